package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Answers one request after the other, on many threads. */
final class PortalHandler implements HttpHandler {

    private final PortalParts parts;
    private final PortalRoutes routes;
    private final Queue<PortalCall> calls = new ConcurrentLinkedQueue<>();

    PortalHandler(PortalParts parts, String endpoint) {
        this.parts = parts;
        this.routes = new PortalRoutes(parts, endpoint);
    }

    List<PortalCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            PortalRequest request = PortalRequest.read(exchange);
            calls.add(new PortalCall(request.method(), request.path(), request.parameters()));
            awaitRelease(request);
            send(exchange, answer(request));
        }
    }

    private void awaitRelease(PortalRequest request) throws IOException {
        try {
            Optional<StsHold> hold = parts.script.nextHold(request);
            if (hold.isPresent()) {
                hold.get().hold();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a call was held", e);
        }
    }

    private PortalAnswer answer(PortalRequest request) {
        Optional<PortalFault> scripted = parts.script.nextFault(request);
        if (scripted.isPresent() && !scripted.get().isHandled()) {
            return scripted.get().answer();
        }
        PortalAnswer handled = handled(request);
        return scripted.map(PortalFault::answer).orElse(handled);
    }

    private PortalAnswer handled(PortalRequest request) {
        try {
            return routes.answer(request);
        } catch (PortalFailure failure) {
            return failure.answer();
        }
    }

    private void send(HttpExchange exchange, PortalAnswer answer) throws IOException {
        if (answer.isDropped()) {
            return; // closing the exchange closes the connection
        }
        byte[] bytes = answer.body().getBytes(UTF_8);
        answer.headers().forEach(exchange.getResponseHeaders()::set);
        if (!answer.foreign()) {
            exchange.getResponseHeaders().set("x-amzn-RequestId", parts.keys.requestId());
        }
        exchange.sendResponseHeaders(answer.status(), bytes.length == 0 ? -1 : bytes.length);
        if (bytes.length > 0) {
            exchange.getResponseBody().write(bytes);
        }
    }
}
