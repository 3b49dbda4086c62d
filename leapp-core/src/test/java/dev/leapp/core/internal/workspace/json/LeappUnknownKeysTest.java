package dev.leapp.core.internal.workspace.json;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.workspace.Snapshot;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever else stands in the file, at any level, stays through any edits. The seed is the name of the test. */
class LeappUnknownKeysTest {

    private static final int EDITS = 25;

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unknownKeysSurviveAnyEdits(long seed) throws Exception {
        Random random = new Random(seed);
        LeappDocument document = LeappFixture.document(UnknownKeys.strewn(LeappFixture.tree(), random));
        RandomEdits edits = new RandomEdits(random);
        for (int i = 0; i < EDITS; i++) {
            Map<String, String> expected = unknown(document);
            Snapshot next = edits.next(document.snapshot());

            LeappDocument after = document.with(next);

            expected.keySet().removeIf(path -> isGone(path, next));
            Map<String, String> kept = unknown(after);
            assertThat(kept).isEqualTo(expected);
            assertThat(after.snapshot()).isEqualTo(next);
            assertThat(LeappDocument.parse(after.toBytes()).snapshot()).isEqualTo(next);
            document = after;
        }
        assertThat(unknown(document)).isNotEmpty();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unchangedDocumentIsTheSameBytes(long seed) throws Exception {
        ObjectNode tree = UnknownKeys.strewn(LeappFixture.tree(), new Random(seed));

        LeappDocument document = LeappFixture.document(tree);

        assertThat(document.with(document.snapshot()).toBytes()).isEqualTo(ExactJson.toBytes(tree));
    }

    /** An edit that is taken back leaves no trace, wherever the place in a list does not matter. */
    @ParameterizedTest
    @MethodSource("seeds")
    void editThatIsTakenBackLeavesNoTrace(long seed) throws Exception {
        Random random = new Random(seed);
        LeappDocument document = LeappFixture.document(UnknownKeys.strewn(LeappFixture.tree(), random));

        LeappDocument back = document.with(new RandomEdits(random).reversible(document.snapshot()))
                .with(document.snapshot());

        assertThat(LeappFixture.differences(LeappFixture.tree(document), LeappFixture.tree(back)))
                .isEmpty();
    }

    /** Returns what this code knows nothing of: its value by its path, in which elements go by their ids. */
    private static Map<String, String> unknown(LeappDocument document) throws MalformedDocumentException {
        LeappTree tree = new LeappTree(LeappFixture.tree(document));
        Map<String, String> unknown = new TreeMap<>();
        collect("", tree.root(), unknown);
        for (LeappList list : LeappList.values()) {
            for (LeappElement element : tree.elements(list)) {
                String path = "/" + list.property() + "/" + element.id(list.id()) + "/";
                collect(path, element.node(), unknown);
                collect(path + "leappForJvm/", element.node().path("leappForJvm"), unknown);
            }
        }
        return unknown;
    }

    private static void collect(String path, JsonNode node, Map<String, String> unknown) {
        node.properties().forEach(entry -> {
            if (entry.getKey().startsWith(UnknownKeys.PREFIX)) {
                unknown.put(path + entry.getKey(), JavaScriptText.of(entry.getValue()));
            }
        });
    }

    private static boolean isGone(String path, Snapshot next) {
        String[] parts = path.split("/", -1);
        return parts.length > 3
                && parts[1].equals("sessions")
                && next.workspace().sessions().stream()
                        .noneMatch(session -> session.id().value().equals(parts[2]));
    }
}
