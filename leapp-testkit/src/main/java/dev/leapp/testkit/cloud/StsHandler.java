package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** Answers one request after the other, on many threads. */
final class StsHandler implements HttpHandler {

    private final StsDirectory directory;
    private final StsActions actions;
    private final SignIn signIn;
    private final StsScript script;
    private final StsKeys keys;
    private final List<StsCall> calls = new CopyOnWriteArrayList<>();

    StsHandler(StsDirectory directory, StsScript script, StsKeys keys) {
        this.directory = directory;
        this.actions = new StsActions(directory, keys);
        this.signIn = new SignIn(directory, keys);
        this.script = script;
        this.keys = keys;
    }

    List<StsCall> calls() {
        return List.copyOf(calls);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        String requestId = keys.requestId();
        try (exchange) {
            StsRequest request = StsRequest.read(exchange);
            String accessKeyId = SigV4.of(request).map(SigV4::accessKeyId).orElse("");
            calls.add(new StsCall(request.action(), accessKeyId, request.parameters()));
            awaitRelease();
            answer(exchange, request, requestId);
        }
    }

    private void awaitRelease() throws IOException {
        try {
            Optional<StsHold> hold = script.nextHold();
            if (hold.isPresent()) {
                hold.get().hold();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while a call was held", e);
        }
    }

    private void answer(HttpExchange exchange, StsRequest request, String requestId) throws IOException {
        try {
            Optional<StsFailure> scripted = script.nextFailure();
            if (scripted.isPresent()) {
                throw new StsRefusal(scripted.get());
            }
            if (SignIn.isMeant(request)) {
                send(exchange, 200, signIn.answer(request), requestId);
                return;
            }
            String result = StsActions.isUnsigned(request)
                    ? actions.performUnsigned(request)
                    : actions.perform(request, directory.authenticate(request));
            send(exchange, 200, StsXml.response(request.action(), result, requestId), requestId);
        } catch (StsRefusal refusal) {
            StsFailure failure = refusal.failure();
            send(exchange, failure.status(), StsXml.error(failure, requestId), requestId);
        }
    }

    private static void send(HttpExchange exchange, int status, String body, String requestId) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }
}
