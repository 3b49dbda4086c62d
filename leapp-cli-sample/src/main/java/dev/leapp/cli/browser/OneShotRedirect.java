package dev.leapp.cli.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Leads one visitor to an address that must not be an argument of a program, where every user of the machine could read it: what a browser
 * is started with is an address here, which is good once.
 */
final class OneShotRedirect implements AutoCloseable {

    private static final int PATH_BYTES = 24;
    private static final int SEE_OTHER = 303;
    private static final int GONE = 410;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;

    private final HttpServer server;
    private final String path;
    private final Secret target;
    private final AtomicBoolean used = new AtomicBoolean();
    private final ExecutorService threads = Executors.newCachedThreadPool(OneShotRedirect::daemon);
    private final CountDownLatch visited = new CountDownLatch(1);

    private OneShotRedirect(HttpServer server, String path, Secret target) {
        this.server = server;
        this.path = path;
        this.target = target;
    }

    static OneShotRedirect to(Secret target, SecureRandom random) throws IOException {
        byte[] name = new byte[PATH_BYTES];
        random.nextBytes(name);
        String path = "/" + Base64.getUrlEncoder().withoutPadding().encodeToString(name);
        HttpServer server =
                HttpServer.create(new InetSocketAddress(InetAddress.getByAddress(new byte[] {127, 0, 0, 1}), 0), 0);
        OneShotRedirect redirect = new OneShotRedirect(server, path, target);
        server.createContext("/", redirect::answer);
        server.setExecutor(redirect.threads);
        server.start();
        return redirect;
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    /** Waits until somebody came; tells whether. */
    boolean awaitVisit(Duration patience) throws InterruptedException {
        return visited.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Cache-Control", "no-store");
            exchange.getResponseHeaders().set("Referrer-Policy", "no-referrer");
            if (!exchange.getRequestURI().getPath().equals(path)) {
                exchange.sendResponseHeaders(NOT_FOUND, -1);
            } else if (!exchange.getRequestMethod().equals("GET")) {
                exchange.sendResponseHeaders(WRONG_METHOD, -1);
            } else if (used.getAndSet(true)) {
                byte[] words = "This address was good once.\n".getBytes(UTF_8);
                exchange.sendResponseHeaders(GONE, words.length);
                exchange.getResponseBody().write(words);
            } else {
                exchange.getResponseHeaders().set("Location", target.reveal());
                exchange.sendResponseHeaders(SEE_OTHER, -1);
                exchange.close();
                visited.countDown();
            }
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }

    /** One visitor who is slow keeps no other waiting. */
    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-redirect");
        thread.setDaemon(true);
        return thread;
    }
}
