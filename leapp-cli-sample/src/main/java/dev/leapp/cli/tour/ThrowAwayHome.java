package dev.leapp.cli.tour;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A home directory that is gone afterwards. */
final class ThrowAwayHome implements AutoCloseable {

    private final Path directory;

    private ThrowAwayHome(Path directory) {
        this.directory = directory;
    }

    static ThrowAwayHome create() {
        try {
            return new ThrowAwayHome(Files.createTempDirectory("leapp-tour-"));
        } catch (IOException error) {
            throw new UncheckedIOException("No throw-away directory can be made", error);
        }
    }

    Path directory() {
        return directory;
    }

    /** Returns a file's text with secrets masked; empty if there is none. */
    String masked(String name) {
        Path file = directory.resolve(name);
        try {
            return Files.exists(file) ? Masking.mask(Files.readString(file)) : "";
        } catch (IOException error) {
            throw new UncheckedIOException(file + " can't be read", error);
        }
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(directory)) {
            List<Path> deepestFirst = tree.sorted(Comparator.reverseOrder()).toList();
            for (Path path : deepestFirst) {
                Files.deleteIfExists(path);
            }
        } catch (IOException error) {
            throw new LeappException(
                    CoreErrorCode.NOT_WRITABLE,
                    "The throw-away home can't be removed",
                    "remove " + directory + " yourself",
                    error);
        }
    }
}
