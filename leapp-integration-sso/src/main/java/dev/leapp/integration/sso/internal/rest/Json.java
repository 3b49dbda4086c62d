package dev.leapp.integration.sso.internal.rest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Reads and writes JSON objects. Thread-safe. */
public final class Json {

    private final ObjectMapper mapper = new ObjectMapper();

    /** Reads an object; empty if it is something else. */
    public Optional<Answer> read(byte[] utf8) {
        try {
            return Optional.ofNullable(mapper.readTree(utf8))
                    .filter(JsonNode::isObject)
                    .map(Answer::new);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Writes an object of texts, numbers and lists of texts. */
    public byte[] write(Map<String, ?> values) {
        try {
            return mapper.writeValueAsBytes(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Texts, numbers and lists can be written", e);
        }
    }
}
