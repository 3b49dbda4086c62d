package dev.leapp.provider.aws.internal.file;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/**
 * One file of the user's. A symbolic link is followed, also to where nothing is yet, and stays a link.
 *
 * <p>To read, change and replace without losing somebody's edit, hold its {@link FileLocks lock}.
 */
public final class UserFile {

    private static final int MAX_LINKS = 40;

    private static final Set<PosixFilePermission> OWNER_ONLY =
            EnumSet.of(PosixFilePermission.OWNER_READ, PosixFilePermission.OWNER_WRITE);

    private final Path path;
    private final Path target;
    private final boolean secret;

    private UserFile(Path path, Path target, boolean secret) {
        this.path = path;
        this.target = target;
        this.secret = secret;
    }

    /** A file for the user's eyes only: its mode is never wider than 0600, and a narrower one stays. */
    public static UserFile secret(Path path) {
        return new UserFile(path, follow(path), true);
    }

    /** A file that keeps the mode that it has; 0600 if it is new. */
    public static UserFile plain(Path path) {
        return new UserFile(path, follow(path), false);
    }

    private static Path follow(Path path) {
        Path at = path.toAbsolutePath();
        for (int i = 0; i < MAX_LINKS && Files.isSymbolicLink(at); i++) {
            try {
                at = at.resolveSibling(Files.readSymbolicLink(at)).normalize();
            } catch (IOException e) {
                throw FileTrouble.reading(path, e);
            }
        }
        if (Files.isSymbolicLink(at)) {
            throw new LeappException(
                    CoreErrorCode.NOT_WRITABLE,
                    "Can't use " + path + ": its symbolic links go in circles",
                    "mend the link");
        }
        return at;
    }

    /** The path as it was given, for messages and receipts. */
    public Path path() {
        return path;
    }

    /** Where the bytes are: the path itself, or what its link leads to. */
    Path target() {
        return target;
    }

    public boolean exists() {
        return Files.exists(target);
    }

    /** Tells whether a writer died before it was done: what it left may hold what it was about to write. */
    public boolean isUnfinished() {
        return Files.exists(AtomicWrite.temporary(target));
    }

    /** Deletes what a dead writer left beside the file. */
    public void clearUnfinished() {
        try {
            Files.deleteIfExists(AtomicWrite.temporary(target));
        } catch (IOException e) {
            throw FileTrouble.writing(path, e);
        }
    }

    public boolean directoryExists() {
        return Files.isDirectory(directory());
    }

    Path directory() {
        return Directories.of(target);
    }

    /** The bytes of the file, empty if there is none. */
    public Optional<byte[]> read() {
        try {
            return Optional.of(Files.readAllBytes(target));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw FileTrouble.reading(path, e);
        }
    }

    /** Replaces the file in one step; when this returns, the new bytes are on the disk, and if it throws, the old ones are still there. */
    public void write(byte[] bytes) {
        try {
            Directories.create(directory());
            new AtomicWrite(target).write(bytes, mode());
        } catch (IOException e) {
            throw FileTrouble.writing(path, e);
        }
    }

    /** Deletes the file if it is there; a link to it stays. */
    public void delete() {
        try {
            Files.deleteIfExists(target);
            Directories.sync(directory());
        } catch (IOException e) {
            throw FileTrouble.writing(path, e);
        }
    }

    /** Removes the directory of the file if nothing is left in it. */
    public void deleteDirectoryIfEmpty() {
        Directories.deleteIfEmpty(directory());
    }

    private Set<PosixFilePermission> mode() throws IOException {
        if (!Files.exists(target) || !Directories.isPosix(target)) {
            return OWNER_ONLY;
        }
        Set<PosixFilePermission> mode = EnumSet.noneOf(PosixFilePermission.class);
        mode.addAll(Files.getPosixFilePermissions(target));
        if (secret) {
            mode.retainAll(OWNER_ONLY);
        }
        return mode;
    }
}
