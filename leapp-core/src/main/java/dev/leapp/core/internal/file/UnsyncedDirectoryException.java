package dev.leapp.core.internal.file;

import java.io.IOException;
import java.nio.file.Path;

/**
 * The new bytes are in place and everybody reads them, but the system would not promise that they outlive a power failure.
 * The one failure that leaves the new bytes.
 */
public final class UnsyncedDirectoryException extends IOException {

    UnsyncedDirectoryException(Path directory, IOException cause) {
        super("The directory " + directory + " could not be synced", cause);
    }
}
