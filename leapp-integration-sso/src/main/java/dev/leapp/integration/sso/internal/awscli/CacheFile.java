package dev.leapp.integration.sso.internal.awscli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * A file of the AWS CLI's cache: a JSON object that its owner alone may read. A link stays, and what it leads to is changed.
 *
 * @param path where it lies
 */
record CacheFile(Path path) {

    private static final int MOST_BYTES = 256 * 1024;
    private static final Set<PosixFilePermission> OF_OTHERS =
            Set.of(PosixFilePermission.GROUP_WRITE, PosixFilePermission.OTHERS_WRITE);

    /** Returns what it holds; empty if it is not there, is no object, or somebody else could have written it. */
    Optional<ObjectNode> read() {
        try {
            if (!Files.isRegularFile(path) || isWritableByOthers()) {
                return Optional.empty();
            }
            return parsed();
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Optional<ObjectNode> parsed() throws IOException {
        byte[] bytes = bytes();
        try {
            JsonNode node = new ObjectMapper().readTree(bytes);
            return node instanceof ObjectNode object ? Optional.of(object) : Optional.empty();
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private byte[] bytes() throws IOException {
        try (InputStream in = Files.newInputStream(path)) {
            return in.readNBytes(MOST_BYTES);
        }
    }

    private boolean isWritableByOthers() throws IOException {
        return isPosix() && Files.getPosixFilePermissions(path).stream().anyMatch(OF_OTHERS::contains);
    }

    /** Replaces it at once; whoever reads meanwhile sees the old or the new one. */
    void write(ObjectNode content) throws IOException {
        createDirectories(directory());
        Path target = Files.exists(path) ? path.toRealPath() : path;
        Path temporary = target.resolveSibling("." + target.getFileName() + "." + UUID.randomUUID() + ".tmp");
        byte[] bytes = new ObjectMapper().writeValueAsBytes(content);
        try {
            fill(temporary, bytes);
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Arrays.fill(bytes, (byte) 0);
            Files.deleteIfExists(temporary);
        }
    }

    /** Takes away what it holds. A link stays, and what it leads to is emptied. */
    void delete() throws IOException {
        if (Files.isSymbolicLink(path) && Files.exists(path)) {
            write(new ObjectMapper().createObjectNode());
        } else {
            Files.deleteIfExists(path);
        }
    }

    private void fill(Path temporary, byte[] bytes) throws IOException {
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try (FileChannel channel = FileChannel.open(temporary, options, mode("rw-------"))) {
            ByteBuffer rest = ByteBuffer.wrap(bytes);
            while (rest.hasRemaining()) {
                channel.write(rest);
            }
            channel.force(true);
        }
    }

    private void createDirectories(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            Files.createDirectories(directory, mode("rwx------"));
        }
    }

    private Path directory() {
        return Optional.ofNullable(path.getParent()).orElseThrow();
    }

    private boolean isPosix() {
        return path.getFileSystem().supportedFileAttributeViews().contains("posix");
    }

    private FileAttribute<?>[] mode(String mode) {
        return isPosix()
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))}
                : new FileAttribute<?>[0];
    }
}
