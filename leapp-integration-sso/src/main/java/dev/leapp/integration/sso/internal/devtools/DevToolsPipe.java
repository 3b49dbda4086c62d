package dev.leapp.integration.sso.internal.devtools;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Speaks the DevTools protocol through two pipes: JSON messages, each ended by a zero byte. Thread-safe. */
final class DevToolsPipe {

    /** Gets what nobody asked for, on the thread that reads. */
    interface Listener {

        void event(String session, String method, JsonNode params);

        void ended();
    }

    private static final int LONGEST_MESSAGE = 16_000_000;

    private final ObjectMapper json = new ObjectMapper();
    private final InputStream from;
    private final OutputStream to;
    private final Listener listener;
    private final AtomicInteger ids = new AtomicInteger();
    private final Map<Integer, CompletableFuture<JsonNode>> calls = new ConcurrentHashMap<>();
    private volatile boolean ended;

    DevToolsPipe(InputStream from, OutputStream to, Listener listener) {
        this.from = new BufferedInputStream(from);
        this.to = to;
        this.listener = listener;
    }

    void begin() {
        Thread reader = new Thread(this::read, "leapp-browser");
        reader.setDaemon(true);
        reader.start();
    }

    /**
     * Calls a method.
     *
     * @param session the target's session, empty for the browser itself
     * @return its result; fails with {@link PageTrouble} if there is none
     */
    CompletableFuture<JsonNode> call(String session, String method, Map<String, ?> params) {
        int id = ids.incrementAndGet();
        CompletableFuture<JsonNode> result = new CompletableFuture<>();
        calls.put(id, result);
        if (!send(id, session, method, params) || ended) {
            result.completeExceptionally(new PageTrouble(PageTrouble.Kind.ENDED, ""));
        }
        return result;
    }

    /** Calls a method whose result does not matter. */
    void tell(String session, String method, Map<String, ?> params) {
        send(ids.incrementAndGet(), session, method, params);
    }

    private synchronized boolean send(int id, String session, String method, Map<String, ?> params) {
        ObjectNode message = json.createObjectNode().put("id", id).put("method", method);
        message.set("params", json.valueToTree(params));
        if (!session.isEmpty()) {
            message.put("sessionId", session);
        }
        try {
            to.write(json.writeValueAsBytes(message));
            to.write(0);
            to.flush();
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private void read() {
        try {
            for (byte[] message = next(); message != null; message = next()) {
                take(message);
            }
        } catch (IOException e) {
            // The browser is gone, or talks nonsense: either way there is nothing more to hear.
        } finally {
            ended = true;
            calls.values().forEach(each -> each.completeExceptionally(new PageTrouble(PageTrouble.Kind.ENDED, "")));
            listener.ended();
        }
    }

    private byte @Nullable [] next() throws IOException {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        for (int each = from.read(); each >= 0; each = from.read()) {
            if (each == 0) {
                return message.toByteArray();
            }
            if (message.size() >= LONGEST_MESSAGE) {
                throw new IOException("too long a message");
            }
            message.write(each);
        }
        return null;
    }

    private void take(byte[] bytes) throws JsonProcessingException {
        JsonNode message = json.readTree(new String(bytes, UTF_8));
        if (message.has("id")) {
            answer(message);
        } else {
            listener.event(
                    message.path("sessionId").asText(), message.path("method").asText(), message.path("params"));
        }
    }

    private void answer(JsonNode message) {
        CompletableFuture<JsonNode> call = calls.remove(message.path("id").asInt());
        if (call == null) {
            return;
        }
        if (message.has("error")) {
            call.completeExceptionally(new PageTrouble(
                    PageTrouble.Kind.UNABLE,
                    "error " + message.path("error").path("code").asInt()));
        } else {
            call.complete(message.path("result"));
        }
    }
}
