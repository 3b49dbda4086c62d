package dev.leapp.integration.sso.internal.redirect;

import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Waits at a port of 127.0.0.1 for a browser that is sent back (RFC 8252, section 7.3), from when it is opened until it is closed. */
public final class RedirectListener implements AutoCloseable {

    private static final byte[] LOOPBACK = {127, 0, 0, 1};
    private static final Duration LONGEST_EXCHANGE = Duration.ofSeconds(4);

    private final HttpServer server;
    private final BriefExchanges exchanges = new BriefExchanges(LONGEST_EXCHANGE);
    private final CompletableFuture<Redirect> result = new CompletableFuture<>();

    private RedirectListener(HttpServer server) {
        this.server = server;
    }

    /**
     * Listens from now on.
     *
     * @param state what only the browser that we open gets to know
     * @throws IOException if no port is to be had
     */
    public static RedirectListener open(Secret state) throws IOException {
        InetSocketAddress anyPort = new InetSocketAddress(InetAddress.getByAddress(LOOPBACK), 0);
        RedirectListener listener = new RedirectListener(HttpServer.create(anyPort, 0));
        listener.server.createContext("/", new RedirectHandler(listener.authority(), state, listener.result));
        listener.server.setExecutor(listener.exchanges);
        // The library's own thread is a daemon only if it is begun by one.
        CompletableFuture.runAsync(listener.server::start, listener.exchanges).join();
        return listener;
    }

    /** Returns where the browser is to be sent back to: without the port, as a client is registered. */
    public static URI registered() {
        return URI.create("http://127.0.0.1" + RedirectHandler.PATH);
    }

    /** Returns where the browser is to be sent back to. */
    public URI address() {
        return URI.create("http://" + authority() + RedirectHandler.PATH);
    }

    /** Waits for the browser; empty if it does not come. */
    public Optional<Redirect> await(Duration patience) throws InterruptedException {
        try {
            return Optional.of(result.get(patience.toMillis(), TimeUnit.MILLISECONDS));
        } catch (TimeoutException e) {
            return Optional.empty();
        } catch (ExecutionException e) {
            throw new IllegalStateException("A redirect never fails", e);
        }
    }

    private String authority() {
        return "127.0.0.1:" + server.getAddress().getPort();
    }

    @Override
    public void close() {
        server.stop(0);
        exchanges.close();
    }
}
