package dev.leapp.core.internal.workspace;

import java.lang.ref.SoftReference;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Remembers what was last read from the file or written there, for whoever finds the very same bytes there again: one command looks many times. Given
 * up when memory is short. Thread-safe.
 */
final class LastLoaded {

    private volatile SoftReference<@Nullable LoadedWorkspace> last = new SoftReference<>(null);

    /** Returns what those bytes are, if that is known. */
    Optional<LoadedWorkspace> of(byte[] bytes) {
        return Optional.ofNullable(last.get()).filter(loaded -> Arrays.equals(loaded.bytes(), bytes));
    }

    LoadedWorkspace remember(LoadedWorkspace loaded) {
        last = new SoftReference<>(loaded);
        return loaded;
    }

    void forget() {
        last = new SoftReference<>(null);
    }
}
