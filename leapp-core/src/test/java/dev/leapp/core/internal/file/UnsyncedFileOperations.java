package dev.leapp.core.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/** The file operations of a mount that syncs no directories. */
public final class UnsyncedFileOperations extends UnforcedFileOperations {

    @Override
    public void forceDirectory(Path directory) throws IOException {
        throw new IOException("Invalid argument");
    }
}
