package dev.leapp.provider.aws.internal.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/**
 * Writes a file beside its target, flushes it to the disk, and renames it over the target.
 *
 * <p>The temporary file has one fixed name, because the caller holds the target's lock: what a crashed process left there is cleared away by the next write.
 */
final class AtomicWrite {

    private final Path target;
    private final Path temporary;

    AtomicWrite(Path target) {
        this.target = target;
        this.temporary = temporary(target);
    }

    static Path temporary(Path target) {
        return target.resolveSibling("." + target.getFileName() + ".leapp-tmp");
    }

    void write(byte[] bytes, Set<PosixFilePermission> mode) throws IOException {
        Files.deleteIfExists(temporary);
        try {
            Uninterrupted.repeat(() -> {
                Files.deleteIfExists(temporary);
                fill(bytes);
            });
            if (Directories.isPosix(temporary)) {
                Files.setPosixFilePermissions(temporary, mode);
            }
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
        Directories.sync(Directories.of(target));
    }

    private void fill(byte[] bytes) throws IOException {
        var options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, Directories.mode(temporary, "rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }
}
