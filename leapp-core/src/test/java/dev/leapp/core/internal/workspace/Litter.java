package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** What lies in a workspace's directory beside what belongs there. */
final class Litter {

    /** The last ten, and the last of each day: a test may run past midnight. */
    private static final int GENERATIONS = 11;

    /** A temporary file of each kind from a dead writer, and one from the living one, which has not removed the oldest generation. */
    private static final int IN_BETWEEN = 8;

    private final Path home;
    private final List<String> belongs;

    private Litter(Path home, List<String> belongs) {
        this.home = home;
        this.belongs = belongs;
    }

    /** Looks at a directory in which other names belong, too. */
    static Litter in(Path home, String... more) {
        List<String> belongs = new ArrayList<>(List.of("Leapp-lock.json", "state.json", "backups", "locks"));
        belongs.addAll(List.of(more));
        return new Litter(home, belongs);
    }

    /** Nobody is writing: nothing is there but what belongs there. */
    void assertNone() {
        assertThat(names(home)).containsExactlyInAnyOrderElementsOf(belongs);
        assertThat(names(home.resolve("locks"))).hasSize(1);
        assertThat(names(home.resolve("backups")))
                .hasSizeBetween(1, GENERATIONS)
                .allMatch(name -> name.startsWith("workspace-"));
    }

    /** Somebody is writing or was killed: what lies about is bounded. */
    void assertBounded() {
        int all = names(home).size() + names(home.resolve("backups")).size();
        assertThat(all)
                .as("%s and %s", names(home), names(home.resolve("backups")))
                .isLessThanOrEqualTo(belongs.size() + GENERATIONS + IN_BETWEEN);
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
