package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** Strews keys that nobody knows, with any values, over a tree. */
final class UnknownKeys {

    static final String PREFIX = "zz";

    private static final List<String> NUMBERS =
            List.of("1.0", "-0", "1e300", "1E-7", "9007199254740993", "123456789012345678901234567890", "3.10");
    private static final List<String> TEXTS =
            List.of("", "é\uD83D\uDD11", "\uD83D", "\u2028 \u0001", "\"\\/", "e3d9656c-ea6b-41b8-a142-1540f262eac1");
    private static final int DEEPEST = 3;

    private final Random random;

    private UnknownKeys(Random random) {
        this.random = random;
    }

    static ObjectNode strewn(ObjectNode tree, Random random) throws MalformedDocumentException {
        UnknownKeys keys = new UnknownKeys(random);
        LeappTree known = new LeappTree(tree);
        for (LeappList list : LeappList.values()) {
            for (LeappElement element : known.elements(list)) {
                keys.strew(element.node());
            }
            keys.strewExtras(known.elements(list).get(0).node(), "leappForJvm");
        }
        keys.strew(tree);
        keys.strewExtras(tree, "_leappForJvm");
        return tree;
    }

    private void strewExtras(ObjectNode node, String key) {
        if (random.nextBoolean()) {
            strew(node.putObject(key).put(PREFIX, "of a later version"));
        }
    }

    /** Adds keys anywhere among those that are there. */
    private void strew(ObjectNode node) {
        List<Map.Entry<String, JsonNode>> entries = new ArrayList<>();
        node.properties().forEach(entry -> entries.add(Map.entry(entry.getKey(), entry.getValue())));
        for (int i = random.nextInt(3); i > 0; i--) {
            entries.add(Map.entry(PREFIX + random.nextInt(1000) + "é\"", value(0)));
        }
        Collections.shuffle(entries, random);
        node.removeAll();
        entries.forEach(entry -> node.set(entry.getKey(), entry.getValue()));
    }

    private JsonNode value(int depth) {
        ObjectNode nodes = LeappFixture.tree("{}");
        return switch (random.nextInt(depth < DEEPEST ? 7 : 5)) {
            case 0 -> nodes.nullNode();
            case 1 -> nodes.booleanNode(random.nextBoolean());
            case 2 -> nodes.textNode(TEXTS.get(random.nextInt(TEXTS.size())));
            case 3 -> nodes.numberNode(random.nextInt());
            case 4 -> nodes.rawValueNode(new RawValue(NUMBERS.get(random.nextInt(NUMBERS.size()))));
            case 5 -> array(depth);
            default -> object(depth);
        };
    }

    private ArrayNode array(int depth) {
        ArrayNode array = LeappFixture.tree("{}").arrayNode();
        for (int i = random.nextInt(3); i > 0; i--) {
            array.add(value(depth + 1));
        }
        return array;
    }

    private ObjectNode object(int depth) {
        ObjectNode object = LeappFixture.tree("{}");
        for (int i = random.nextInt(3); i > 0; i--) {
            object.set("key" + i, value(depth + 1));
        }
        return object;
    }
}
