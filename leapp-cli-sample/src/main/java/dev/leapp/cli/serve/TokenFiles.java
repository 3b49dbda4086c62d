package dev.leapp.cli.serve;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.ServedSession;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tokens in files instead of variables, if that is wanted; they go when this is closed. */
final class TokenFiles implements AutoCloseable {

    private static final String SUFFIX = "_FILE";

    private final @Nullable Path directory;
    private final List<Path> written = new ArrayList<>();

    TokenFiles(@Nullable Path directory) {
        this.directory = directory;
    }

    /** Returns what leads to an endpoint: instead of a variable with the token, one of the same name and an ending names a file. */
    Map<String, String> variables(ServedSession served) {
        Map<String, String> variables = new LinkedHashMap<>();
        served.environment().variables().forEach((name, value) -> {
            if (directory != null && value.equals(served.token())) {
                variables.put(name + SUFFIX, write(directory, served).toString());
            } else {
                variables.put(name, value.reveal());
            }
        });
        return variables;
    }

    private Path write(Path where, ServedSession served) {
        Path file = where.toAbsolutePath().resolve("leapp-" + served.session() + ".token");
        try {
            Files.deleteIfExists(file);
            write(file, served.token());
            written.add(file);
            return file;
        } catch (IOException e) {
            throw new LeappException(
                    CoreErrorCode.NOT_WRITABLE,
                    "The token can't be written to " + file + ": "
                            + e.getClass().getSimpleName(),
                    "name a directory that is there and yours with --token-file",
                    e);
        }
    }

    /** Nobody else can have opened it: it is a new file from the beginning on, and for the owner alone. */
    private static void write(Path file, Secret token) throws IOException {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        FileAttribute<?>[] mode = posix
                ? new FileAttribute<?>[] {
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
                }
                : new FileAttribute<?>[0];
        try (OutputStream out = Channels.newOutputStream(
                Files.newByteChannel(file, Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE), mode))) {
            out.write(token.revealUtf8());
        }
    }

    @Override
    public void close() {
        written.forEach(TokenFiles::delete);
    }

    private static void delete(Path file) {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            return; // its token opens nothing any more
        }
    }
}
