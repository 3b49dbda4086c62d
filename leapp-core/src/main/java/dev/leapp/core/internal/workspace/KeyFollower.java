package dev.leapp.core.internal.workspace;

import java.util.function.Function;

/**
 * What lies beside the workspace under a key that hangs on the workspace's, and must still open when that changes. Called under the
 * workspace's lock; asks nobody. A key is given as what derives the subkey for a purpose from it.
 */
public interface KeyFollower {

    /**
     * Before the file is under the next key: makes it open with either.
     *
     * @throws RuntimeException if it can't be written; then the workspace keeps its key
     */
    void follow(Function<String, byte[]> now, Function<String, byte[]> next);

    /** When the file is under the next key: makes it open with that alone. */
    void settle(Function<String, byte[]> next);

    /** Returns what follows nothing. */
    static KeyFollower none() {
        return new KeyFollower() {
            @Override
            public void follow(Function<String, byte[]> now, Function<String, byte[]> next) {}

            @Override
            public void settle(Function<String, byte[]> next) {}
        };
    }
}
