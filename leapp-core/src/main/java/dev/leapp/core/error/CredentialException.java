package dev.leapp.core.error;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Credentials could not be issued. Where the cloud answered, its own error code and request id are kept.
 *
 * @since 0.1
 */
public class CredentialException extends LeappException {

    private static final long serialVersionUID = 1L;

    /** The code that the cloud gave. */
    private final @Nullable String cloudCode;
    /** The id that the cloud gave the request. */
    private final @Nullable String requestId;

    /**
     * Creates an error from the cloud's answer.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, one line for people
     * @param hint what to do next, or null if there is nothing to say
     * @param cause what it comes from, or null
     * @param cloudCode the cloud's own error code, or null
     * @param requestId the cloud's request id, or null
     */
    public CredentialException(
            ErrorCode code,
            String message,
            @Nullable String hint,
            @Nullable Throwable cause,
            @Nullable String cloudCode,
            @Nullable String requestId) {
        super(code, message, hint, cause);
        this.cloudCode = cloudCode;
        this.requestId = requestId;
    }

    /**
     * Creates an error that the cloud has not answered.
     *
     * @param code what went wrong, for programs
     * @param message what went wrong, one line for people
     * @param hint what to do next, or null if there is nothing to say
     * @param cause what it comes from, or null
     */
    public CredentialException(ErrorCode code, String message, @Nullable String hint, @Nullable Throwable cause) {
        this(code, message, hint, cause, null, null);
    }

    /**
     * Returns the cloud's own error code, such as {@code SignatureDoesNotMatch}.
     *
     * @return the code, empty if the cloud did not answer
     */
    public Optional<String> cloudCode() {
        return Optional.ofNullable(cloudCode);
    }

    /**
     * Returns the cloud's request id, which its support asks for.
     *
     * @return the id, empty if the cloud did not answer or gave none
     */
    public Optional<String> requestId() {
        return Optional.ofNullable(requestId);
    }
}
