package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretName;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.secret.Item;
import org.freedesktop.secret.Secret;
import org.freedesktop.secret.Static;

/**
 * The keyring of a Linux desktop, by the freedesktop.org Secret Service API. Items are as the desktop app's keytar (libsecret)
 * makes them: label {@code Leapp/<account>}, attributes {@code service}, {@code account} and the generic {@code xdg:schema}, in
 * the default collection.
 *
 * <p>Opens a connection per call and closes it. What the D-Bus library itself reads from the process, and not from the injected
 * environment: {@code DBUS_MACHINE_ID_LOCATION}, {@code DBUS_JAVA_FLOATS} and, for a bus that insists on cookie authentication,
 * {@code user.home}.
 */
final class SecretServiceBackend implements KeychainBackend {

    /** The path of no object: no prompt is needed, or no item is known yet. */
    private static final String NOTHING = "/";

    private final Environment environment;
    private final Duration promptTime;

    /**
     * Creates the backend; opens nothing.
     *
     * @param environment where the session bus is
     * @param promptTime how long a person may take to unlock the keyring; zero if nobody may be asked
     */
    SecretServiceBackend(Environment environment, Duration promptTime) {
        this.environment = environment;
        this.promptTime = promptTime;
    }

    @Override
    public Optional<byte[]> read(String account, Deadline deadline) throws Exception {
        try (SecretServiceConnection service = open(deadline)) {
            for (ObjectPath item : unlockedItems(service, of(account))) {
                Optional<byte[]> value = service.reveal(item);
                if (value.isPresent()) {
                    return value;
                }
            }
            return Optional.empty();
        }
    }

    @Override
    public void write(String account, byte[] utf8, Deadline deadline) throws Exception {
        try (SecretServiceConnection service = open(deadline)) {
            ObjectPath collection = service.defaultCollection();
            unlock(service, List.of(collection));
            List<ObjectPath> former = unlockedItems(service, of(account));
            String kept = create(service, collection, account, utf8).getPath();
            if (!kept.equals(NOTHING)) {
                removeOthers(service, former, kept);
            }
        }
    }

    /** An item of another schema or collection would shadow the new one in a later search. */
    private void removeOthers(SecretServiceConnection service, List<ObjectPath> former, String kept) throws Exception {
        for (ObjectPath item : former) {
            if (!item.getPath().equals(kept)) {
                remove(service, item);
            }
        }
    }

    @Override
    public void delete(String account, Deadline deadline) throws Exception {
        try (SecretServiceConnection service = open(deadline)) {
            for (ObjectPath item : unlockedItems(service, of(account))) {
                remove(service, item);
            }
        }
    }

    @Override
    public Optional<Set<String>> accounts(Deadline deadline) throws Exception {
        try (SecretServiceConnection service = open(deadline)) {
            Set<String> accounts = new LinkedHashSet<>();
            for (ObjectPath item : unlockedItems(service, Map.of("service", SecretName.SERVICE))) {
                Optional.ofNullable(service.attributes(item).get("account")).ifPresent(accounts::add);
            }
            return Optional.of(accounts);
        }
    }

    private SecretServiceConnection open(Deadline deadline) throws Exception {
        return SecretServiceConnection.open(SessionBus.address(environment), deadline);
    }

    private ObjectPath create(SecretServiceConnection service, ObjectPath collection, String account, byte[] utf8)
            throws Exception {
        Map<String, String> attributes =
                Map.of("service", SecretName.SERVICE, "account", account, "xdg:schema", Static.Secret.GENERIC_TYPE);
        try (Secret sealed = service.seal(utf8)) {
            Object[] made = service.call(
                    collection.getPath(),
                    Static.Interfaces.COLLECTION,
                    "CreateItem",
                    "a{sv}(oayays)b",
                    Item.createProperties(SecretName.SERVICE + "/" + account, attributes),
                    sealed,
                    true);
            confirm(service, (ObjectPath) made[1]);
            return (ObjectPath) made[0];
        }
    }

    private void remove(SecretServiceConnection service, ObjectPath item) throws Exception {
        Optional<Object[]> prompt = service.callIfThere(item.getPath(), Static.Interfaces.ITEM, "Delete", "");
        if (prompt.isPresent()) {
            confirm(service, (ObjectPath) prompt.get()[0]);
        }
    }

    private static Map<String, String> of(String account) {
        return Map.of("service", SecretName.SERVICE, "account", account);
    }

    /** The items with these attributes, newest collection first as the service gives them; locked ones are unlocked first. */
    private List<ObjectPath> unlockedItems(SecretServiceConnection service, Map<String, String> attributes)
            throws Exception {
        List<ObjectPath> locked = search(service, attributes, 1);
        if (!locked.isEmpty()) {
            unlock(service, locked);
        }
        return search(service, attributes, 0);
    }

    @SuppressWarnings("unchecked")
    private static List<ObjectPath> search(SecretServiceConnection service, Map<String, String> attributes, int which)
            throws Exception {
        Object[] found = service.call("SearchItems", "a{ss}", attributes);
        return (List<ObjectPath>) found[which];
    }

    private void unlock(SecretServiceConnection service, List<ObjectPath> objects) throws Exception {
        ObjectPath prompt = (ObjectPath) service.call("Unlock", "ao", objects)[1];
        if (prompt.getPath().equals(NOTHING)) {
            return;
        }
        if (promptTime.isZero()) {
            throw KeychainTroubles.locked();
        }
        service.prompt(prompt, promptTime);
    }

    /** Some services answer every change with a prompt that completes by itself: it is run even if nobody may be asked. */
    private void confirm(SecretServiceConnection service, ObjectPath prompt) throws Exception {
        if (!prompt.getPath().equals(NOTHING)) {
            service.prompt(prompt, promptTime);
        }
    }
}
