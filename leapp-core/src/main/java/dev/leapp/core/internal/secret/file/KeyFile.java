package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.file.OwnerOnly;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;

/** A file of at least 32 bytes that only its owner may read; whoever has it can open the secrets. */
public final class KeyFile {

    private static final int LEAST_BYTES = 32;
    private static final int MOST_BYTES = 1 << 20;
    private static final Set<PosixFilePermission> OF_OWNER =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;

    /**
     * Names a key file.
     *
     * @param path where it lies
     */
    public KeyFile(Path path) {
        this.path = path;
    }

    /**
     * Creates the file with random bytes, for its owner only, if nothing lies there.
     *
     * @param random makes the bytes
     * @throws dev.leapp.core.error.SecretStoreException if it can't be written
     */
    public void createIfMissing(SecureRandom random) {
        if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        byte[] bytes = new byte[LEAST_BYTES];
        random.nextBytes(bytes);
        try {
            createDirectory();
            write(bytes);
        } catch (FileAlreadyExistsException another) {
            // Somebody else was quicker; theirs is as good.
        } catch (IOException failure) {
            throw FileTroubles.unwritable(path, failure);
        } finally {
            Bytes.wipe(bytes);
        }
    }

    byte[] read() {
        try {
            refuseWhatOthersCanRead();
            byte[] bytes = firstBytes();
            if (bytes.length < LEAST_BYTES || bytes.length > MOST_BYTES) {
                Bytes.wipe(bytes);
                throw FileTroubles.keyFile(
                        path, "must have " + LEAST_BYTES + " to " + MOST_BYTES + " bytes", "name another file");
            }
            return bytes;
        } catch (NoSuchFileException missing) {
            throw FileTroubles.keyFile(
                    path,
                    "is not there",
                    "put it back, or create one with 'leapp secret-store use file --key-file PATH'");
        } catch (IOException failure) {
            throw FileTroubles.unreadable(path, failure);
        }
    }

    private byte[] firstBytes() throws IOException {
        byte[] buffer = new byte[MOST_BYTES + 1];
        try (InputStream in = Files.newInputStream(path)) {
            return Arrays.copyOf(buffer, in.readNBytes(buffer, 0, buffer.length));
        } finally {
            Bytes.wipe(buffer);
        }
    }

    private void refuseWhatOthersCanRead() throws IOException {
        if (!path.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            return;
        }
        if (!OF_OWNER.containsAll(Files.getPosixFilePermissions(path))) {
            throw FileTroubles.keyFile(path, "can be used by others than its owner", "run: chmod 600 " + path);
        }
    }

    private void createDirectory() throws IOException {
        Path directory = path.toAbsolutePath().getParent();
        if (directory != null && !Files.isDirectory(directory)) {
            Files.createDirectories(directory, OwnerOnly.directory(directory));
        }
    }

    private void write(byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = EnumSet.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(path, options, OwnerOnly.file(path))) {
            ByteBuffer remaining = ByteBuffer.wrap(bytes);
            while (remaining.hasRemaining()) {
                channel.write(remaining);
            }
            channel.force(true);
        } catch (FileAlreadyExistsException another) {
            throw another;
        } catch (IOException incomplete) {
            Files.deleteIfExists(path);
            throw incomplete;
        }
    }
}
