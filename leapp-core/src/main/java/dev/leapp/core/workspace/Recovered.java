package dev.leapp.core.workspace;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a recovery has done. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Recovered {

    private final int sessions;
    private final String format;
    private final @Nullable Path putAside;

    /**
     * Tells what was done.
     *
     * @param sessions how many sessions the workspace has now
     * @param format the format that the file has now
     * @param putAside where the file that stood there lies now, or null if there was none
     */
    public Recovered(int sessions, String format, @Nullable Path putAside) {
        this.sessions = sessions;
        this.format = format;
        this.putAside = putAside;
    }

    /**
     * Returns how many sessions the workspace has now.
     *
     * @return a count
     */
    public int sessions() {
        return sessions;
    }

    /**
     * Returns the format that the file has now.
     *
     * @return {@link WorkspaceFile#SEALED} or {@link WorkspaceFile#LEAPP}
     */
    public String format() {
        return format;
    }

    /**
     * Returns where the file that stood there lies now.
     *
     * @return a path, empty if there was no file
     */
    public Optional<Path> putAside() {
        return Optional.ofNullable(putAside);
    }
}
