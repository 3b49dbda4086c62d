package dev.leapp.core.internal.handover;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import org.jspecify.annotations.Nullable;

/** A port of this machine's loopback interface. */
record LoopbackListener(HttpServer server) implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};

    /** How many may wait to be let in. */
    private static final int WAITING = 1024;

    static LoopbackListener on(int port) {
        try {
            InetAddress address = InetAddress.getByAddress(LOOPBACK);
            return new LoopbackListener(HttpServer.create(new InetSocketAddress(address, port), WAITING));
        } catch (IOException e) {
            throw notAvailable(port, e);
        }
    }

    String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    /** A server that was never started frees its port only if it is started before it is stopped. */
    void abandon() {
        server.start();
        close();
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private static LeappException notAvailable(int port, @Nullable Throwable cause) {
        String which = port == 0 ? "any port" : "port " + port;
        String why = cause == null ? "" : ": " + cause.getMessage();
        return new LeappException(
                CoreErrorCode.PORT_NOT_AVAILABLE,
                "Nothing can listen on " + which + " of 127.0.0.1" + why,
                port == 0 ? null : "choose another port, or let the system choose one",
                cause);
    }
}
