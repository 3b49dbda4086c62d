package dev.leapp.architecture.docs;

import static java.util.stream.Collectors.groupingBy;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** The Java of all documents compiles. */
class JavaSnippetsTest {

    @TempDir
    Path output;

    @TestFactory
    Stream<DynamicTest> compiles() {
        Map<Path, List<Snippet>> documents = Snippet.all("java").stream().collect(groupingBy(Snippet::file));
        assertThat(documents).isNotEmpty();
        return documents.entrySet().stream()
                .map(document -> DynamicTest.dynamicTest(
                        document.getKey().toString(),
                        () -> assertThat(new JavaSnippets(output).compile(document.getValue()))
                                .isEmpty()));
    }

    @Test
    void whatDoesNotCompileIsFound() {
        String document = """
                <!-- snippet: given Leapp leapp -->
                ```java
                leapp.sessions().noSuchMethod();
                ```
                """;

        List<Snippet> snippets = Snippet.in(Path.of("x.md"), document).toList();

        assertThat(new JavaSnippets(output).compile(snippets))
                .singleElement()
                .asString()
                .contains("noSuchMethod");
    }
}
