package dev.leapp.core.internal.transfer.bundle;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.OwnerOnly;
import dev.leapp.core.internal.file.UnsyncedDirectoryException;
import dev.leapp.core.internal.file.WriteTrouble;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/** Where bundles are written and read: mode 0600, as a whole, and not over a file that is there unless that is wished. */
public record BundleFiles(AtomicFile files) {

    private static final Logger LOG = System.getLogger(BundleFiles.class.getName());
    private static final long MOST_BYTES = 256L * 1024 * 1024;

    public byte[] read(Path file) {
        try {
            if (Files.size(file) > MOST_BYTES) {
                throw BundleTroubles.noBundle(file);
            }
            return Files.readAllBytes(file);
        } catch (NoSuchFileException e) {
            throw BundleTroubles.notFound(file);
        } catch (IOException e) {
            throw BundleTroubles.unreadable(file, e);
        }
    }

    /** Fails if a bundle can't be written there, before anything is done for it. */
    public void requireWritable(Path file, boolean overwrite) {
        Path directory = Optional.ofNullable(file.toAbsolutePath().getParent()).orElse(file);
        if (!Files.isDirectory(directory)) {
            throw BundleTroubles.noDirectory(directory);
        }
        if (Files.isDirectory(file)) {
            throw BundleTroubles.isDirectory(file);
        }
        if (!overwrite && Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
            throw BundleTroubles.exists(file);
        }
    }

    public void write(Path file, byte[] bytes, boolean overwrite) {
        requireWritable(file, overwrite);
        if (overwrite) {
            replace(file, bytes);
        } else {
            reserve(file);
            try {
                replace(file, bytes);
            } catch (RuntimeException e) {
                giveUp(file, e);
                throw e;
            }
        }
    }

    /** Takes the name with an empty file of our own, so that nobody else's file can be replaced. */
    private static void reserve(Path file) {
        try {
            Files.createFile(file, OwnerOnly.file(file));
        } catch (FileAlreadyExistsException e) {
            throw BundleTroubles.exists(file);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    private void replace(Path file, byte[] bytes) {
        try {
            files.write(file, bytes);
        } catch (UnsyncedDirectoryException e) {
            LOG.log(Level.WARNING, "{0} is written, but might not outlive a power failure: {1}", file, e.toString());
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    private static void giveUp(Path file, RuntimeException failure) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            failure.addSuppressed(e);
        }
    }
}
