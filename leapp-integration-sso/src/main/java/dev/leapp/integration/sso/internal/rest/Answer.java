package dev.leapp.integration.sso.internal.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.leapp.core.credential.Secret;
import java.util.List;
import java.util.Optional;
import java.util.stream.StreamSupport;

/** A JSON object. Says nothing of what it holds unless asked by name. */
public final class Answer {

    private final JsonNode node;

    Answer(JsonNode node) {
        this.node = node;
    }

    /** Returns a text that is there and not empty. */
    public Optional<String> text(String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::isTextual)
                .map(JsonNode::textValue)
                .filter(text -> !text.isEmpty());
    }

    public Optional<Secret> secret(String name) {
        return text(name).map(Secret::of);
    }

    public Optional<Long> number(String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::canConvertToLong)
                .map(JsonNode::longValue);
    }

    /** Returns a list of objects, empty if there is no such list: not the same as one without elements. */
    public Optional<List<Answer>> list(String name) {
        return Optional.ofNullable(node.get(name))
                .filter(JsonNode::isArray)
                .map(array -> StreamSupport.stream(array.spliterator(), false)
                        .map(Answer::new)
                        .toList());
    }

    @Override
    public String toString() {
        return "Answer[redacted]";
    }
}
