package dev.leapp.core.internal.workspace.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Element by element gives what the whole tree would, for sound documents and for those with one fault. The seed is the test's name. */
class DocumentReaderTest {

    private static final int FAULTS = 40;

    private final ObjectMapper mapper = new ObjectMapper();

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneFaultInTheTreeIsToldAsTheTreeWouldTellIt(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < FAULTS; i++) {
            ObjectNode root = sound();
            spoil(objects(root), random);
            assertSame(mapper.writeValueAsBytes(root));
        }
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void oneFaultInTheBytesIsToldAsTheTreeWouldTellIt(long seed) throws Exception {
        Random random = new Random(seed);
        for (int i = 0; i < FAULTS; i++) {
            byte[] bytes = mapper.writeValueAsBytes(sound());
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            assertSame(bytes);
        }
    }

    @Test
    void everyBeginningIsRefusedAsTheTreeWould() throws Exception {
        byte[] bytes = mapper.writeValueAsBytes(sound());
        for (int length = 0; length < bytes.length; length++) {
            assertSame(Arrays.copyOf(bytes, length));
        }
    }

    @Test
    void faultsAreOfManyKinds() throws Exception {
        Random random = new Random(1);
        Set<String> troubles = new HashSet<>();
        for (int i = 0; i < 1000; i++) {
            ObjectNode root = sound();
            spoil(objects(root), random);
            byte[] bytes = mapper.writeValueAsBytes(root);
            troubles.add(outcome(() -> TreeReading.read(bytes)).trouble());
        }
        assertThat(troubles).hasSizeGreaterThan(20).contains("", "damaged: a value is out of its bounds");
    }

    /** A list before the version, and a newer version after damage, are what only reading by pieces could get wrong. */
    @Test
    void newerVersionAfterTheListsOutranksTheirDamage() {
        byte[] bytes = "{\"sessions\":[{\"id\":1}],\"schemaVersion\":2}".getBytes(UTF_8);

        assertSame(bytes);
        assertThat(outcome(() -> WorkspaceDocument.parse(bytes).snapshot()).trouble())
                .startsWith("newer: ");
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unknownKeysSurviveAnyEdits(long seed) throws Exception {
        Random random = new Random(seed);
        ObjectNode root = sound();
        List<ObjectNode> places = new ArrayList<>(List.of(root));
        for (String list : List.of("profiles", "idpUrls", "integrations", "sessions")) {
            root.path(list).forEach(element -> places.add((ObjectNode) element));
        }
        places.add((ObjectNode) root.at("/sessions/0/origin"));
        for (ObjectNode place : places) {
            place.set("zz" + random.nextInt(1000), unknown(random));
        }
        WorkspaceDocument read = WorkspaceDocument.parse(mapper.writeValueAsBytes(root));

        byte[] written =
                read.with(read.snapshot(), read.generation(), read.reason()).toBytes();

        assertThat(mapper.readTree(written)).isEqualTo(root);
    }

    private JsonNode unknown(Random random) throws Exception {
        List<String> values =
                List.of("null", "true", "[1,{\"a\":[]}]", "{\"deep\":{\"er\":\"\u00e9\"}}", "1.5", "\"\"");
        return mapper.readTree(values.get(random.nextInt(values.size())));
    }

    /** Returns a document in which every field is there. */
    private ObjectNode sound() throws Exception {
        Snapshot full = Samples.full();
        return (ObjectNode) mapper.readTree(
                WorkspaceDocument.of(full).with(full, 7, "a test").toBytes());
    }

    private void spoil(List<ObjectNode> objects, Random random) {
        ObjectNode object = objects.get(random.nextInt(objects.size()));
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        if (names.isEmpty()) {
            return;
        }
        String name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(8)) {
            case 0 -> object.remove(name);
            case 1 -> object.putNull(name);
            case 2 -> object.put(name, random.nextInt(4) - 1);
            case 3 -> object.put(name, "");
            case 4 -> object.put(name, "not \u0001 this");
            case 5 -> object.putArray(name).add(1);
            case 6 -> object.putObject(name).put("zz", true);
            default -> twice(object.get(name));
        }
    }

    private static void twice(JsonNode value) {
        if (value instanceof ArrayNode array && !array.isEmpty()) {
            array.add(array.get(0));
        }
    }

    private static List<ObjectNode> objects(JsonNode node) {
        List<ObjectNode> objects = new ArrayList<>();
        if (node instanceof ObjectNode object) {
            objects.add(object);
        }
        StreamSupport.stream(node.spliterator(), false).forEach(child -> objects.addAll(objects(child)));
        return objects;
    }

    private static void assertSame(byte[] bytes) {
        assertThat(outcome(() -> WorkspaceDocument.parse(bytes).snapshot()))
                .as(() -> new String(bytes, UTF_8))
                .isEqualTo(outcome(() -> TreeReading.read(bytes)));
    }

    private interface Reading {
        Snapshot read() throws MalformedDocumentException;
    }

    /** A snapshot, or what is wrong. */
    private record Outcome(Optional<Snapshot> snapshot, String trouble) {}

    private static Outcome outcome(Reading reading) {
        try {
            return new Outcome(Optional.of(reading.read()), "");
        } catch (MalformedDocumentException e) {
            return new Outcome(Optional.empty(), (e.isNewer() ? "newer: " : "damaged: ") + e.getMessage());
        }
    }
}
