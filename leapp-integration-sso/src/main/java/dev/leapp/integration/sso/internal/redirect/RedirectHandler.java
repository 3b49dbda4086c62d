package dev.leapp.integration.sso.internal.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.leapp.core.credential.Secret;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Takes the first request that knows the state. What knows it not changes nothing: a page that the user has open, or another program,
 * can neither bring a code of its own nor end the login.
 */
final class RedirectHandler implements HttpHandler {

    static final String PATH = "/oauth/callback";

    private static final int OK = 200;
    private static final int BAD_REQUEST = 400;
    private static final int NOT_FOUND = 404;
    private static final int WRONG_METHOD = 405;
    private static final int GONE = 410;
    private static final int MISDIRECTED = 421;

    private static final String DONE = "You are logged in. You can close this window.";
    private static final String REFUSED = "The login was refused. You can close this window.";

    private final String authority;
    private final Secret state;
    private final AtomicBoolean used = new AtomicBoolean();
    private final CompletableFuture<Redirect> result;

    RedirectHandler(String authority, Secret state, CompletableFuture<Redirect> result) {
        this.authority = authority;
        this.state = state;
        this.result = result;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            harden(exchange.getResponseHeaders());
            int refusal = refusal(exchange);
            if (refusal != 0) {
                answer(exchange, refusal, "This is no login of Leapp's, or not any more.");
                return;
            }
            take(exchange, Query.of(exchange.getRequestURI().getRawQuery()));
        }
    }

    private int refusal(HttpExchange exchange) {
        List<String> hosts = exchange.getRequestHeaders().getOrDefault("Host", List.of());
        if (!hosts.equals(List.of(authority))) {
            return MISDIRECTED;
        }
        if (!PATH.equals(exchange.getRequestURI().getRawPath())) {
            return NOT_FOUND;
        }
        return exchange.getRequestMethod().equals("GET") ? 0 : WRONG_METHOD;
    }

    private void take(HttpExchange exchange, Query query) throws IOException {
        Optional<Redirect> redirect = query.value("state").filter(this::isOurs).flatMap(known -> redirect(query));
        if (redirect.isEmpty()) {
            answer(exchange, used.get() ? GONE : BAD_REQUEST, "This does not belong to a login that is waiting.");
        } else if (used.getAndSet(true)) {
            answer(exchange, GONE, "This login is over.");
        } else {
            // Who waits for the result closes the server.
            try (exchange) {
                answer(exchange, OK, redirect.get().error().isPresent() ? REFUSED : DONE);
                exchange.getResponseBody().flush();
            } finally {
                result.complete(redirect.get());
            }
        }
    }

    private boolean isOurs(String given) {
        try (Secret other = Secret.of(given)) {
            return state.equals(other);
        }
    }

    private static Optional<Redirect> redirect(Query query) {
        Optional<Redirect> error = query.value("error").map(Redirect::withError);
        return error.isPresent() ? error : query.value("code").map(Redirect::withCode);
    }

    private static void harden(Headers headers) {
        headers.set("Cache-Control", "no-store");
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("Referrer-Policy", "no-referrer");
        headers.set(
                "Content-Security-Policy",
                "default-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'");
        headers.set("Connection", "close");
        headers.set("Content-Type", "text/html; charset=utf-8");
    }

    private static void answer(HttpExchange exchange, int status, String words) throws IOException {
        byte[] page = ("<!doctype html><html lang=\"en\"><meta charset=\"utf-8\"><title>Leapp</title><p>" + words
                        + "</p></html>\n")
                .getBytes(UTF_8);
        boolean head = exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(status, head ? -1 : page.length);
        if (!head) {
            exchange.getResponseBody().write(page);
        }
    }
}
