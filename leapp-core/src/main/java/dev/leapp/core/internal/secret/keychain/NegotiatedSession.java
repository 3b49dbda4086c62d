package dev.leapp.core.internal.secret.keychain;

import java.util.Objects;
import org.freedesktop.dbus.ObjectPath;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.types.Variant;
import org.freedesktop.secret.Pair;
import org.freedesktop.secret.Service;
import org.freedesktop.secret.Session;
import org.freedesktop.secret.Static;
import org.jspecify.annotations.Nullable;

/**
 * The library's view of the Secret Service, with one difference: opening a session fails with words instead of returning
 * nothing.
 */
final class NegotiatedSession extends Service {

    private final BusConnection bus;
    private @Nullable Session opened;

    NegotiatedSession(BusConnection bus) {
        super(bus.library());
        this.bus = bus;
    }

    @Override
    @SuppressWarnings({"unchecked", "rawtypes"})
    public Pair<Variant<byte[]>, ObjectPath> openSession(String algorithm, Variant input) {
        try {
            Object[] answer = bus.call(
                    Static.ObjectPaths.SECRETS, Static.Interfaces.SERVICE, "OpenSession", "sv", algorithm, input);
            opened = new Session((ObjectPath) answer[1], this);
            return new Pair<>((Variant<byte[]>) answer[0], (ObjectPath) answer[1]);
        } catch (DBusException failure) {
            throw KeychainTroubles.unexpected("The keyring", failure);
        }
    }

    @Override
    public Session getSession() {
        return Objects.requireNonNull(opened, "no session is open");
    }
}
