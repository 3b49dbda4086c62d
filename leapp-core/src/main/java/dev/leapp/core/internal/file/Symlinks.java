package dev.leapp.core.internal.file;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the file that a chain of symbolic links means, whether it exists or not. */
public final class Symlinks {

    private static final int MOST_LINKS = 40;

    private Symlinks() {}

    /**
     * Returns where a file of that name really lies, or would be created. Only the last part is followed by hand: the system
     * follows links in the directories above it.
     *
     * @throws FileSystemLoopException if links lead in a circle
     */
    public static Path follow(Path file) throws IOException {
        Path current = file.toAbsolutePath();
        for (int i = 0; i < MOST_LINKS; i++) {
            if (!Files.isSymbolicLink(current)) {
                return current;
            }
            current = current.resolveSibling(Files.readSymbolicLink(current));
        }
        throw new FileSystemLoopException(file.toString());
    }
}
