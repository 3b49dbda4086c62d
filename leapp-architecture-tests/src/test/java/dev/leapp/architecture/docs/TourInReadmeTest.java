package dev.leapp.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.Commands;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The README shows what the tour really prints; only ports, key ids, codes and remaining times differ from run to run. */
class TourInReadmeTest {

    @TempDir
    Path home;

    @Test
    void theReadmeShowsTheRealTour() {
        List<Snippet> shown = Snippet.all("text").stream()
                .filter(snippet -> snippet.file().equals(Path.of("README.md")))
                .toList();

        assertThat(shown)
                .singleElement()
                .satisfies(snippet ->
                        assertThat(normal(snippet.text())).isEqualTo(normal(Commands.outputOf(home, "tour"))));
    }

    private static String normal(String text) {
        return text.replaceAll("127\\.0\\.0\\.1:\\d+", "127.0.0.1:PORT")
                .replaceAll("A[KS]IA[A-Z0-9]{16}", "KEY")
                .replaceAll("[B-Z]{4}-[B-Z]{4}", "CODE")
                .replaceAll("\\d+h \\d+m", "TIME");
    }
}
