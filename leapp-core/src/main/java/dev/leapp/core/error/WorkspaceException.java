package dev.leapp.core.error;

import org.jspecify.annotations.Nullable;

/**
 * The workspace can't be read or written. What is on the disk was left as it was.
 *
 * @since 0.1
 */
public class WorkspaceException extends LeappException {

    private static final long serialVersionUID = 1L;

    /**
     * Creates an error.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, one line for people
     * @param hint what to do next, or null if there is nothing to say
     * @param cause what it comes from, or null
     */
    public WorkspaceException(ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(code, message, hint, cause);
    }

    /**
     * Creates an error that comes from nothing else.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, one line for people
     * @param hint what to do next, or null if there is nothing to say
     */
    public WorkspaceException(ErrorCode code, String message, @Nullable String hint) {
        this(code, message, hint, null);
    }
}
