package dev.leapp.provider.aws.internal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Answers as the access portal does when asked for a role's credentials. */
final class PortalStub implements AutoCloseable {

    /** One request: its path with the query, and the token that it brought. */
    record Asked(URI uri, String token) {}

    private final HttpServer server;
    private final List<Asked> asked = new CopyOnWriteArrayList<>();
    private volatile int status = 200;
    private volatile String body = "{}";
    private volatile boolean behindABox;
    private volatile String refusedToken = "";
    private volatile int refusedStatus;
    private final AtomicInteger throttled = new AtomicInteger();
    private volatile String retryAfterSeconds = "1";

    PortalStub() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
    }

    URI url() {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
    }

    void answers(int newStatus, String newBody) {
        status = newStatus;
        body = newBody;
    }

    /** Answers as something on the way does that wants a login of its own. */
    void isBehindABox() {
        answers(401, "<html>This network wants a login of its own</html>");
        behindABox = true;
    }

    /** Answers that status to who brings that token; the usual to others. */
    void refuses(String token, int itsStatus) {
        refusedToken = token;
        refusedStatus = itsStatus;
    }

    /** Answers 429 to so many calls, then as usual. */
    void throttles(int calls, String retryAfter) {
        throttled.set(calls);
        retryAfterSeconds = retryAfter;
    }

    List<Asked> asked() {
        return asked;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            asked.add(new Asked(
                    exchange.getRequestURI(), exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token")));
            byte[] bytes = body.getBytes(UTF_8);
            exchange.getResponseHeaders().set("Content-Type", behindABox ? "text/html" : "application/json");
            if (!behindABox) {
                exchange.getResponseHeaders().set("x-amzn-RequestId", "req-1");
            }
            exchange.sendResponseHeaders(statusFor(exchange), bytes.length);
            exchange.getResponseBody().write(bytes);
        }
    }

    private int statusFor(HttpExchange exchange) {
        if (throttled.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            exchange.getResponseHeaders().set("Retry-After", retryAfterSeconds);
            return 429;
        }
        String token = exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token");
        return refusedToken.equals(token) ? refusedStatus : status;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
