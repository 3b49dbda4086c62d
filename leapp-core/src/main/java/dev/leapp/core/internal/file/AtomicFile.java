package dev.leapp.core.internal.file;

import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Replaces files as a whole: whoever reads sees the old bytes or the new ones, also after a crash at any instruction.
 *
 * <p>The bytes go to a temporary file beside the target (beside what a symbolic link means, which stays a link), mode 0600 from
 * its creation, are synced, renamed over the target, and the directory is synced. What fails on the way leaves the old bytes and no
 * temporary file; only a crash leaves one, and the next write removes it. Callers hold the lock of the file, so that a temporary
 * file of its name can only be a dead writer's.
 */
public final class AtomicFile {

    private static final Logger LOG = System.getLogger(AtomicFile.class.getName());
    private static final int RANDOM_BYTES = 8;

    private final FileOperations operations;
    private final SecureRandom random;

    public AtomicFile(FileOperations operations, SecureRandom random) {
        this.operations = operations;
        this.random = random;
    }

    /**
     * Replaces the file's bytes, and creates it and its directories where they are missing (but not the directory that a symbolic
     * link leads to: what is not mounted now must not be created).
     *
     * @throws UnsyncedDirectoryException if the new bytes are in place, but perhaps not after a power failure
     * @throws IOException if the old bytes are still there
     */
    public void write(Path file, byte[] bytes) throws IOException {
        Uninterrupted.call(() -> {
            replace(file, bytes);
            return bytes;
        });
    }

    /**
     * Does what {@link #write} does, but leaves the file as it is: it tells whether writing would fail. Callers hold the lock of the
     * file.
     *
     * @throws IOException if the file can't be written
     */
    public void tryToWrite(Path file, byte[] bytes) throws IOException {
        Uninterrupted.call(() -> {
            Path target = Symlinks.follow(file);
            makeRoom(file, target);
            Path trial = temporary(target);
            put(bytes, temporary(target), trial);
            operations.delete(trial);
            return bytes;
        });
    }

    /**
     * Deletes the file if it is there, and what a dead writer left beside it. Callers hold the lock of the file.
     *
     * @throws IOException if the file is still there
     */
    public void delete(Path file) throws IOException {
        Path target = Symlinks.follow(file);
        operations.delete(target);
        removeLitter(parent(target), target);
    }

    private void replace(Path file, byte[] bytes) throws IOException {
        Path target = Symlinks.follow(file);
        makeRoom(file, target);
        put(bytes, temporary(target), target);
        sync(parent(target));
    }

    private void makeRoom(Path file, Path target) throws IOException {
        Path directory = parent(target);
        if (!Files.isSymbolicLink(file)) {
            operations.createDirectories(directory);
        }
        removeLitter(directory, target);
    }

    private void put(byte[] bytes, Path temporary, Path name) throws IOException {
        try {
            fill(temporary, bytes);
            operations.replace(temporary, name);
        } catch (IOException | RuntimeException | Error e) {
            discard(temporary, e);
            throw e;
        }
    }

    private void fill(Path temporary, byte[] bytes) throws IOException {
        try (FileOperations.OutputFile out = operations.create(temporary)) {
            ByteBuffer remaining = ByteBuffer.wrap(bytes);
            while (remaining.hasRemaining()) {
                out.write(remaining);
            }
            out.force();
        }
    }

    private void sync(Path directory) throws UnsyncedDirectoryException {
        try {
            operations.forceDirectory(directory);
        } catch (IOException e) {
            throw new UnsyncedDirectoryException(directory, e);
        }
    }

    private void discard(Path temporary, Throwable failure) {
        try {
            operations.delete(temporary);
        } catch (IOException | RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private void removeLitter(Path directory, Path target) {
        Pattern litter = Pattern.compile(Pattern.quote(prefix(target)) + "[0-9a-f]{" + 2 * RANDOM_BYTES + "}\\.tmp");
        try {
            for (Path entry : operations.list(directory)) {
                if (litter.matcher(entry.getFileName().toString()).matches()) {
                    operations.delete(entry);
                }
            }
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A dead writer''s temporary file beside {0} stays: {1}", target, e.toString());
        }
    }

    private Path temporary(Path target) {
        byte[] unique = new byte[RANDOM_BYTES];
        random.nextBytes(unique);
        return target.resolveSibling(prefix(target) + HexFormat.of().formatHex(unique) + ".tmp");
    }

    private static String prefix(Path target) {
        return "." + target.getFileName() + ".";
    }

    private static Path parent(Path target) {
        Path parent = target.getParent();
        if (parent == null) {
            throw new IllegalArgumentException("Not a file in a directory: " + target);
        }
        return parent;
    }
}
