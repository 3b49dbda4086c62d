package dev.leapp.core.internal.receipt;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.Receipt;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A receipt as JSON. */
final class ReceiptJson {

    private static final int VERSION = 1;

    private final ObjectMapper mapper = new ObjectMapper();

    /** A receipt, and whether it was allowed to take the user's place. */
    record Recorded(Receipt receipt, boolean takeover) {}

    byte[] write(Recorded recorded) throws JsonProcessingException {
        Receipt receipt = recorded.receipt();
        ObjectNode root = mapper.createObjectNode();
        root.put("version", VERSION);
        root.put("chain", receipt.chain());
        root.put("session", receipt.session().value());
        root.put("attempt", receipt.attempt().value());
        root.put("takeover", recorded.takeover());
        ArrayNode changes = root.putArray("changes");
        for (Receipt.Change change : receipt.changes()) {
            ObjectNode node = changes.addObject();
            node.put("file", change.file().toString());
            node.put("place", change.place());
            ObjectNode facts = node.putObject("facts");
            change.facts().forEach(facts::put);
        }
        return mapper.writeValueAsBytes(root);
    }

    Recorded read(byte[] bytes) throws IOException {
        JsonNode root = mapper.readTree(bytes);
        if (root.path("version").asInt() != VERSION) {
            throw new IOException("not a receipt of version " + VERSION);
        }
        List<Receipt.Change> changes = new ArrayList<>();
        for (JsonNode node : root.path("changes")) {
            changes.add(change(node));
        }
        Receipt receipt = new Receipt(
                text(root, "chain"),
                new SessionId(text(root, "session")),
                new AttemptId(text(root, "attempt")),
                changes);
        return new Recorded(receipt, root.path("takeover").asBoolean());
    }

    private static Receipt.Change change(JsonNode node) throws IOException {
        Map<String, String> facts = new LinkedHashMap<>();
        node.path("facts")
                .properties()
                .forEach(fact -> facts.put(fact.getKey(), fact.getValue().asText()));
        return new Receipt.Change(Path.of(text(node, "file")), text(node, "place"), facts);
    }

    private static String text(JsonNode node, String name) throws IOException {
        JsonNode value = node.get(name);
        if (value == null || !value.isTextual()) {
            throw new IOException("the receipt lacks '" + name + "'");
        }
        return value.asText();
    }
}
