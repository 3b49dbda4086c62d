package dev.leapp.provider.aws.internal.profile;

/**
 * An edited document, and what was added besides keys.
 *
 * @param document the document after the edit
 * @param trace what {@link ProfileEditor#remove} needs to undo it
 */
public record Edit(ProfileDocument document, Trace trace) {}
