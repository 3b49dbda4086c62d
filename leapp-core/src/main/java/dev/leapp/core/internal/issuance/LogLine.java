package dev.leapp.core.internal.issuance;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;

/**
 * One line of the log: an entry as JSON, the hash of the line before, and, last, the hash of all that.
 *
 * @param entry what it says
 * @param previous the hash of the line before
 * @param mac its own
 */
record LogLine(IssuanceEntry entry, String previous, String mac) {

    /** The hash before the first line. */
    static final String GENESIS = "";

    /** Longer names tell no more, and a line is short. */
    private static final int LONGEST = 200;

    private static final String BEFORE_MAC = ",\"mac\":\"";
    private static final String AFTER_MAC = "\"}";
    private static final int TAIL = BEFORE_MAC.length() + ChainKey.MAC_CHARS + AFTER_MAC.length();
    private static final ObjectMapper JSON = new ObjectMapper();

    static LogLine of(IssuanceEntry entry, String previous, ChainKey key) {
        return new LogLine(entry, previous, key.mac(ChainKey.Of.ENTRY, utf8(body(entry, previous))));
    }

    /** Returns the line with its end. */
    byte[] bytes() {
        return utf8(body(entry, previous) + BEFORE_MAC + mac + AFTER_MAC + "\n");
    }

    /** Reads a line without its end; empty if it is no entry. Whether it is what was written, only {@link #fits} tells. */
    static Optional<LogLine> parse(byte[] line) {
        if (line.length <= TAIL) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(line);
            return node == null || !node.isObject() ? Optional.empty() : Optional.of(line(node));
        } catch (IOException | DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** Tells whether every byte of a line without its end is as it was written. */
    static boolean fits(byte[] line, ChainKey key) {
        if (line.length <= TAIL) {
            return false;
        }
        byte[] body = Arrays.copyOf(line, line.length - TAIL);
        String tail = new String(line, body.length, TAIL, StandardCharsets.ISO_8859_1);
        String mac = tail.substring(BEFORE_MAC.length(), TAIL - AFTER_MAC.length());
        return tail.equals(BEFORE_MAC + mac + AFTER_MAC) && key.fits(ChainKey.Of.ENTRY, body, mac);
    }

    private static LogLine line(JsonNode node) {
        IssuanceEntry.Builder entry = IssuanceEntry.builder(
                node.path("seq").asLong(),
                Instant.parse(node.path("at").asText()),
                node.path("event").asText());
        if (node.has("session")) {
            entry.session(
                    new SessionId(node.path("session").asText()),
                    node.path("name").asText(),
                    node.path("type").asText());
        }
        if (node.has("way")) {
            entry.use(new Use(node.path("way").asText(), node.path("program").asText()));
        }
        if (node.has("until")) {
            entry.until(Instant.parse(node.path("until").asText()));
        }
        if (node.has("note")) {
            entry.note(node.path("note").asText());
        }
        return new LogLine(
                entry.build(), node.path("previous").asText(), node.path("mac").asText());
    }

    /** The line but for its own hash. */
    private static String body(IssuanceEntry entry, String previous) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        node.put("seq", entry.sequence());
        node.put("at", entry.at().toString());
        node.put("event", entry.event());
        entry.session().ifPresent(id -> node.put("session", id.value()));
        entry.sessionName().ifPresent(name -> node.put("name", clipped(name)));
        entry.sessionType().ifPresent(type -> node.put("type", clipped(type)));
        entry.use().ifPresent(use -> node.put("way", clipped(use.way())).put("program", clipped(use.program())));
        entry.until().ifPresent(until -> node.put("until", until.toString()));
        entry.note().ifPresent(note -> node.put("note", note));
        node.put("previous", previous);
        try {
            String json = JSON.writeValueAsString(node);
            return json.substring(0, json.length() - 1);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree can always be written", e);
        }
    }

    private static String clipped(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
