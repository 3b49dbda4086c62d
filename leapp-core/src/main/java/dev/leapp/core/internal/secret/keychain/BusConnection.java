package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.error.SecretStoreException;
import java.io.IOException;
import java.util.Optional;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.errors.Error;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.interfaces.DBusSigHandler;
import org.freedesktop.dbus.messages.DBusSignal;
import org.freedesktop.dbus.messages.Message;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.secret.Static;

/**
 * A connection of our own to a session bus. The library's helpers turn every error into null and a log line; here an error keeps
 * its name, and no wait outlasts the deadline.
 */
final class BusConnection implements AutoCloseable {

    private final DBusConnection library;
    private final Deadline deadline;
    private final QuietDbusLog quiet;
    private boolean callPending;

    private BusConnection(DBusConnection library, Deadline deadline, QuietDbusLog quiet) {
        this.library = library;
        this.deadline = deadline;
        this.quiet = quiet;
    }

    static BusConnection open(String address, Deadline deadline) {
        QuietDbusLog quiet = QuietDbusLog.begin();
        try {
            DBusConnection library =
                    DBusConnectionBuilder.forAddress(address).withShared(false).build();
            return new BusConnection(library, deadline, quiet);
        } catch (DBusException failure) {
            quiet.end();
            throw KeychainTroubles.busUnreachable(address, failure.getCause());
        } catch (RuntimeException | java.lang.Error failure) {
            quiet.end();
            throw failure;
        }
    }

    DBusConnection library() {
        return library;
    }

    Deadline deadline() {
        return deadline;
    }

    <S extends DBusSignal> void onSignal(Class<S> signal, DBusSigHandler<S> handler) throws DBusException {
        library.addSigHandler(signal, handler);
    }

    Object[] call(String path, String type, String method, String signature, Object... arguments) throws DBusException {
        Message answer = send(path, type, method, signature, arguments);
        if (answer instanceof Error) {
            throw words(answer.getName());
        }
        return answer.getParameters();
    }

    Optional<Object[]> callIfThere(String path, String type, String method, String signature, Object... arguments)
            throws DBusException {
        Message answer = send(path, type, method, signature, arguments);
        if (!(answer instanceof Error)) {
            return Optional.of(answer.getParameters());
        }
        if (isGone(answer.getName())) {
            return Optional.empty();
        }
        throw words(answer.getName());
    }

    private Message send(String path, String type, String method, String signature, Object... arguments)
            throws DBusException {
        if (deadline.isOver()) {
            throw KeychainTroubles.noAnswer();
        }
        MethodCall call = new MethodCall(Static.Service.SECRETS, path, type, method, (byte) 0, signature, arguments);
        library.sendMessage(call);
        // Zero would wait for ever.
        Message answer = call.getReply(Math.max(1, deadline.remaining().toMillis()));
        if (answer == null) {
            callPending = true;
            throw KeychainTroubles.noAnswer();
        }
        return answer;
    }

    /** An item that another program removed: the object, and so its methods, are unknown. */
    private static boolean isGone(String errorName) {
        return switch (errorName) {
            case "org.freedesktop.Secret.Error.NoSuchObject",
                    "org.freedesktop.DBus.Error.UnknownObject",
                    "org.freedesktop.DBus.Error.UnknownMethod" -> true;
            default -> false;
        };
    }

    private static SecretStoreException words(String errorName) {
        if (errorName.startsWith("org.freedesktop.DBus.Error.Spawn.")) {
            return KeychainTroubles.noService();
        }
        return switch (errorName) {
            case "org.freedesktop.DBus.Error.ServiceUnknown", "org.freedesktop.DBus.Error.NameHasNoOwner" ->
                KeychainTroubles.noService();
            case "org.freedesktop.Secret.Error.IsLocked", "org.gnome.keyring.Error.Denied" -> KeychainTroubles.locked();
            case "org.freedesktop.DBus.Error.NoReply", "org.freedesktop.DBus.Local.Disconnected" ->
                KeychainTroubles.noAnswer();
            default -> KeychainTroubles.busError(errorName);
        };
    }

    @Override
    public void close() {
        try {
            if (callPending) {
                hangUp();
            } else {
                library.close();
            }
        } catch (IOException | RuntimeException alreadyGone) {
            hangUp();
        } finally {
            quiet.end();
        }
    }

    /**
     * Ends a connection with an unanswered call. The library's own close trips over such a call and leaves a thread behind that
     * keeps the process alive; after a message that can't be sent it cleans up.
     */
    private void hangUp() {
        try {
            library.sendMessage(new UnsendableMessage());
        } catch (DBusException | RuntimeException alreadyGone) {
            // Nothing is left to end.
        }
    }
}
