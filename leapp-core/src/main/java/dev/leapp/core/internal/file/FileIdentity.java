package dev.leapp.core.internal.file;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import org.jspecify.annotations.Nullable;

/**
 * By what a file is known to be the same without reading it: each replacement is a new file. Two that follow each other within the file system's
 * resolution of time may look alike.
 *
 * @param key the file system's own key, null where it has none
 */
public record FileIdentity(
        FileTime modified, long size, @Nullable Object key) {

    private static final FileIdentity ABSENT = new FileIdentity(FileTime.fromMillis(0), -1, null);

    /** Looks at the file that the path or its link leads to; one that isn't there has an identity too. */
    public static FileIdentity of(Path file) throws IOException {
        try {
            BasicFileAttributes found = Files.readAttributes(file, BasicFileAttributes.class);
            return new FileIdentity(found.lastModifiedTime(), found.size(), found.fileKey());
        } catch (NoSuchFileException e) {
            return ABSENT;
        }
    }

    /** Tells whether a file was there. */
    public boolean isThere() {
        return size >= 0;
    }
}
