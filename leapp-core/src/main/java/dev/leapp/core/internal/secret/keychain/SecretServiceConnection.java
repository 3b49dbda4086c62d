package dev.leapp.core.internal.secret.keychain;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Secret;
import org.freedesktop.secret.Static;
import org.freedesktop.secret.TransportEncryption;
import org.freedesktop.secret.interfaces.Prompt;

/** One encrypted session with the Secret Service: what crosses the bus, and so the D-Bus library's trace log, is cipher text. */
final class SecretServiceConnection implements AutoCloseable {

    private static final String NO_COLLECTION = "/";

    private final BusConnection bus;
    private final TransportEncryption encryption;
    private final NegotiatedSession session;

    private SecretServiceConnection(BusConnection bus) {
        this.bus = bus;
        this.session = new NegotiatedSession(bus);
        this.encryption = new TransportEncryption(session);
    }

    static SecretServiceConnection open(String address, Deadline deadline)
            throws DBusException, GeneralSecurityException {
        BusConnection bus = BusConnection.open(address, deadline);
        try {
            SecretServiceConnection connection = new SecretServiceConnection(bus);
            connection.encryption.initialize();
            connection.encryption.openSession();
            connection.encryption.generateSessionKey();
            return connection;
        } catch (DBusException | GeneralSecurityException | RuntimeException | Error failure) {
            bus.close();
            throw failure;
        }
    }

    /** Calls a method of the service itself. */
    Object[] call(String method, String signature, Object... arguments) throws DBusException {
        return call(Static.ObjectPaths.SECRETS, Static.Interfaces.SERVICE, method, signature, arguments);
    }

    Object[] call(String path, String type, String method, String signature, Object... arguments) throws DBusException {
        return bus.call(path, type, method, signature, arguments);
    }

    /** Calls a method of an object that another program may have removed meanwhile. */
    Optional<Object[]> callIfThere(String path, String type, String method, String signature, Object... arguments)
            throws DBusException {
        return bus.callIfThere(path, type, method, signature, arguments);
    }

    ObjectPath defaultCollection() throws DBusException {
        ObjectPath collection = (ObjectPath) call("ReadAlias", "s", "default")[0];
        if (collection.getPath().equals(NO_COLLECTION)) {
            throw KeychainTroubles.noDefaultCollection();
        }
        return collection;
    }

    Secret seal(byte[] utf8) throws GeneralSecurityException {
        return encryption.encrypt(utf8, StandardCharsets.UTF_8);
    }

    /** Returns an item's value as UTF-8 bytes, empty if the item is gone. */
    Optional<byte[]> reveal(ObjectPath item) throws DBusException, GeneralSecurityException {
        Optional<Object[]> answer = callIfThere(
                item.getPath(),
                Static.Interfaces.ITEM,
                "GetSecret",
                "o",
                session.getSession().getPath());
        return answer.isPresent() ? Optional.of(opened((Object[]) answer.get()[0])) : Optional.empty();
    }

    /** Returns what an item can be found by, nothing if the item is gone. */
    @SuppressWarnings("unchecked")
    Map<String, String> attributes(ObjectPath item) throws DBusException {
        Optional<Object[]> answer = callIfThere(
                item.getPath(),
                Static.DBus.Interfaces.DBUS_PROPERTIES,
                "Get",
                "ss",
                Static.Interfaces.ITEM,
                "Attributes");
        return answer.map(values -> ((Variant<Map<String, String>>) values[0]).getValue())
                .orElse(Map.of());
    }

    /** Shows a question of the keyring to the user, and waits until it is answered, longer than for a program. */
    void prompt(ObjectPath prompt, Duration longer) throws Exception {
        bus.deadline().extend(longer);
        CompletableFuture<Boolean> dismissed = new CompletableFuture<>();
        bus.onSignal(Prompt.Completed.class, signal -> {
            if (prompt.getPath().equals(signal.getPath())) {
                dismissed.complete(signal.dismissed);
            }
        });
        call(prompt.getPath(), Static.Interfaces.PROMPT, "Prompt", "s", "");
        if (await(dismissed)) {
            throw KeychainTroubles.unlockRefused();
        }
    }

    @Override
    public void close() {
        encryption.close();
        bus.close();
    }

    private boolean await(CompletableFuture<Boolean> dismissed) throws InterruptedException, ExecutionException {
        try {
            return dismissed.get(almostAll(bus.deadline().remaining()), TimeUnit.NANOSECONDS);
        } catch (TimeoutException nobodyAnswered) {
            // The question stays on the screen: gnome-keyring 42.1 aborts when an unlock prompt is dismissed.
            throw KeychainTroubles.unlockRefused();
        }
    }

    /** Gives up a little before the deadline, so that the words are better than "did not answer". */
    private static long almostAll(Duration remaining) {
        return remaining.toNanos() * 9 / 10;
    }

    private byte[] opened(Object[] sealed) throws GeneralSecurityException {
        try (Secret secret =
                new Secret((ObjectPath) sealed[0], bytes(sealed[1]), bytes(sealed[2]), (String) sealed[3])) {
            char[] plain = encryption.decrypt(secret);
            try {
                return Secret.toBytes(plain);
            } finally {
                Arrays.fill(plain, '\0');
            }
        }
    }

    private static byte[] bytes(Object list) {
        List<?> values = (List<?>) list;
        byte[] bytes = new byte[values.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = (Byte) values.get(i);
        }
        return bytes;
    }
}
