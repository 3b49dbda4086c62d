package dev.leapp.core.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something went wrong that a user can understand. The message is one line on what failed and for which session; the hint says what
 * to do next. Neither ever holds a secret, a token or a response body.
 *
 * <p>Open: plug-ins may add sub-classes and their own codes.
 *
 * @since 0.1
 */
public class LeappException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient ErrorCode code;
    /** What the user can do next. */
    private final @Nullable String hint;

    /**
     * Creates an error.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, one line for people
     * @param hint what to do next, or null if there is nothing to say
     * @param cause what it comes from, or null
     */
    public LeappException(ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
        super(message, cause);
        this.code = code;
        this.hint = hint;
    }

    /**
     * Creates an error that comes from nothing else.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, one line for people
     * @param hint what to do next, or null if there is nothing to say
     */
    public LeappException(ErrorCode code, String message, @Nullable String hint) {
        this(code, message, hint, null);
    }

    /**
     * Returns what went wrong, for programs.
     *
     * @return the code
     */
    public ErrorCode code() {
        return code;
    }

    /**
     * Returns what to do next.
     *
     * @return the hint, if there is something to say
     */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }
}
