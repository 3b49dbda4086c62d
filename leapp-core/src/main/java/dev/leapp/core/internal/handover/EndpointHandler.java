package dev.leapp.core.internal.handover;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.EndpointReply;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Answers requests. Who doesn't call us by our own address was led here by a name that somebody else owns; who says where he comes
 * from is a web page; neither is answered, whatever else he has.
 *
 * @param authority our own address and port, as {@code Host} must say
 * @param byPath the endpoints
 * @param strangers limits how often it is told of requests that are not in order
 */
record EndpointHandler(String authority, Map<String, ServedEndpoint> byPath, RateLimit strangers, ServerEvents events)
        implements HttpHandler {

    private static final Logger LOG = System.getLogger(EndpointHandler.class.getName());

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            send(exchange, reply(exchange));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the connection is closed
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "A request could not be answered: {0}",
                    e.getClass().getName());
        }
    }

    private EndpointReply reply(HttpExchange exchange) throws InterruptedException {
        Headers headers = exchange.getRequestHeaders();
        ServedEndpoint endpoint = byPath.get(exchange.getRequestURI().getRawPath());
        if (!List.of(authority).equals(headers.get("Host"))) {
            return refusedStranger(403, "it was not addressed to " + authority);
        }
        if (headers.containsKey("Origin")) {
            return refusedStranger(403, "it came from a web page");
        }
        if (endpoint == null) {
            return refusedStranger(404, "no session is served there");
        }
        if (!exchange.getRequestMethod().equals("GET")) {
            return refused(endpoint, 405, "MethodNotAllowed", "only GET is answered");
        }
        return authorized(endpoint, headers);
    }

    private EndpointReply authorized(ServedEndpoint endpoint, Headers headers) throws InterruptedException {
        Optional<Secret> token = endpoint.protocol().token(name -> Optional.ofNullable(headers.getFirst(name)));
        if (token.isEmpty()) {
            return refused(endpoint, 401, "Unauthorized", "it had no token");
        }
        if (!endpoint.isToken(token.get())) {
            return refused(endpoint, 403, "AccessDenied", "its token was wrong");
        }
        if (!endpoint.isInTime()) {
            return refused(endpoint, 429, "TooManyRequests", "there were too many at once");
        }
        return endpoint.answer();
    }

    private EndpointReply refusedStranger(int status, String reason) {
        if (!strangers.letsThrough()) {
            return Refusals.ofStranger(429);
        }
        events.tell(listener -> listener.refused(Optional.empty(), reason));
        return Refusals.ofStranger(status);
    }

    private EndpointReply refused(ServedEndpoint endpoint, int status, String code, String reason) {
        if (!strangers.letsThrough()) {
            return endpoint.protocol().refusal(429, "TooManyRequests", "The request was refused: too many were wrong");
        }
        events.tell(listener -> listener.refused(Optional.of(endpoint.session()), reason));
        return endpoint.protocol().refusal(status, code, "The request was refused: " + reason);
    }

    private static void send(HttpExchange exchange, EndpointReply reply) throws IOException {
        byte[] body = reply.body().revealUtf8();
        try {
            Headers headers = exchange.getResponseHeaders();
            headers.set("Content-Type", reply.contentType());
            headers.set("Cache-Control", "no-store");
            headers.set("Connection", "close");
            exchange.sendResponseHeaders(reply.status(), body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        } finally {
            Arrays.fill(body, (byte) 0);
        }
    }
}
