package dev.leapp.core.workspace;

/**
 * What an import does with a definition that is there under the same id with other content.
 *
 * @since 0.1
 */
public enum ConflictPolicy {
    /** What is there stays as it is. */
    KEEP,
    /** What is imported takes its place, unless that would pull something away from under an active session. */
    REPLACE
}
