package dev.leapp.core.internal.doctor;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.workspace.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Has a process that died while it wrote left its temporary files? */
record TemporaryFilesCheck(LeappDirectory directory) implements Check {

    private static final String TOPIC = "leftovers";

    private static final Predicate<String> TEMPORARY =
            Pattern.compile("\\..+\\.[0-9a-f]{16}\\.tmp").asMatchPredicate();

    private static final int DEEPEST = 3;

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<Path> left = temporary();
        return left.isEmpty()
                ? List.of()
                : List.of(Finding.note(
                        TOPIC,
                        Words.count(left.size(), "temporary file") + " of an interrupted write, such as " + left.get(0)
                                + "; the next write removes " + (left.size() == 1 ? "it" : "them")));
    }

    private List<Path> temporary() {
        if (!Files.isDirectory(directory.root())) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(directory.root(), DEEPEST)) {
            return files.filter(file -> TEMPORARY.test(file.getFileName().toString()))
                    .sorted()
                    .toList();
        } catch (IOException | UncheckedIOException e) {
            return List.of(); // what may not be read is a matter of permissions
        }
    }
}
