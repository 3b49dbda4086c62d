package dev.leapp.integration.sso.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An identity provider at {@code 127.0.0.1}, and a recipient at {@code localhost}, which no browser may ever reach. Who logs in gets a
 * cookie that lasts for a session of the browser.
 */
final class FakeIdp implements AutoCloseable {

    private static final String COOKIE = "idp-session=canary-of-the-cookie";

    private final HttpServer server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final String assertion;
    private final List<String> atRecipient = new CopyOnWriteArrayList<>();
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private FakeIdp(String assertion) throws IOException {
        this.assertion = assertion;
        this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(threads);
        server.createContext("/saml", this::recipient);
        server.createContext("/open", exchange -> html(exchange, posting("_self")));
        server.createContext("/framed", exchange -> html(exchange, "<iframe src='/inner'></iframe>"));
        server.createContext("/inner", exchange -> html(exchange, posting("_top")));
        server.createContext("/link", exchange -> redirect(exchange, recipient().toString()));
        server.createContext("/login", this::login);
        server.createContext("/silent", exchange -> html(exchange, "<p>Nothing to see.</p>"));
        server.start();
    }

    static FakeIdp giving(String assertion) throws IOException {
        return new FakeIdp(assertion);
    }

    URI url(String path) {
        return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + path);
    }

    URI recipient() {
        return URI.create("http://localhost:" + server.getAddress().getPort() + "/saml");
    }

    List<String> atRecipient() {
        return atRecipient;
    }

    List<String> seen() {
        return seen;
    }

    private void recipient(HttpExchange exchange) throws IOException {
        atRecipient.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
        html(exchange, "<p>Signed in.</p>");
    }

    private void login(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        boolean known = List.of(exchange.getRequestHeaders().getOrDefault("Cookie", List.of()))
                .toString()
                .contains(COOKIE);
        seen.add(exchange.getRequestMethod() + (known ? " known" : " unknown"));
        if (body.equals("user=alice")) {
            exchange.getResponseHeaders().set("Set-Cookie", COOKIE + "; Path=/; HttpOnly");
            html(exchange, posting("_self"));
        } else {
            html(exchange, known ? posting("_self") : form());
        }
    }

    private static String form() {
        return "<title>Log in</title><form method=post action=/login><input name=user autofocus></form>";
    }

    private String posting(String target) {
        return """
                <form method=post action='%s' target=%s><input type=hidden name=SAMLResponse value='%s'>
                <input type=hidden name=RelayState value=''></form><script>document.forms[0].submit()</script>
                """.formatted(recipient(), target, assertion);
    }

    private static void redirect(HttpExchange exchange, String to) throws IOException {
        exchange.getResponseHeaders().set("Location", to);
        exchange.sendResponseHeaders(302, -1);
        exchange.close();
    }

    private static void html(HttpExchange exchange, String body) throws IOException {
        byte[] bytes = ("<!doctype html><meta charset=utf-8>" + body).getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/html");
        exchange.sendResponseHeaders(200, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
    }
}
