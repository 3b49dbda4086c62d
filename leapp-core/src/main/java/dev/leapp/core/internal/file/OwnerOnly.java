package dev.leapp.core.internal.file;

import java.nio.file.FileSystem;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/** The attributes of what only its owner may read, from the moment it is created. */
public final class OwnerOnly {

    private static final FileAttribute<?>[] NONE = {};

    private OwnerOnly() {}

    /** Returns mode 0600 where the path's file system knows modes, else nothing: there the directory's rights are inherited. */
    public static FileAttribute<?>[] file(Path path) {
        return mode(path, "rw-------");
    }

    /** Returns mode 0700 where the path's file system knows modes, else nothing. */
    public static FileAttribute<?>[] directory(Path path) {
        return mode(path, "rwx------");
    }

    static boolean knowsModes(FileSystem fileSystem) {
        return fileSystem.supportedFileAttributeViews().contains("posix");
    }

    private static FileAttribute<?>[] mode(Path path, String mode) {
        if (!knowsModes(path.getFileSystem())) {
            return NONE;
        }
        return new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode))};
    }
}
