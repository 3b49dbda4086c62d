package dev.leapp.core.workspace;

/**
 * What a change makes of a snapshot, and what it tells its caller. A next snapshot that equals the former writes nothing.
 *
 * @param <R> what the change tells its caller
 * @param next the snapshot after the change
 * @param result what the change tells its caller
 * @param reason a few words on what the change is, kept with the generation, such as {@code add session ops}
 * @since 0.1
 */
public record Update<R>(Snapshot next, R result, String reason) {}
