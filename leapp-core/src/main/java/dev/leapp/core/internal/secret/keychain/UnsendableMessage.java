package dev.leapp.core.internal.secret.keychain;

import java.io.IOException;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.messages.MethodCall;
import org.freedesktop.secret.Static;

/** A message that fails to be written, as if the bus had gone: the library then ends the connection with all its threads. */
final class UnsendableMessage extends MethodCall {

    UnsendableMessage() throws DBusException {
        super(
                Static.Service.SECRETS,
                "/",
                Static.DBus.Interfaces.DBUS_PROPERTIES,
                "HangUp",
                Flags.NO_REPLY_EXPECTED,
                "");
    }

    @Override
    public byte[][] getWireData() {
        UnsendableMessage.<RuntimeException>fail(new IOException("hanging up"));
        return super.getWireData();
    }

    /** The method that is overridden declares no exception, and the library only cleans up after an I/O error. */
    @SuppressWarnings("unchecked")
    private static <E extends Exception> void fail(Exception failure) throws E {
        throw (E) failure;
    }
}
