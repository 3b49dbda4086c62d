package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Ends the handling of a request with an error, in the shape of the service that it is for. */
final class PortalFailure extends Exception {

    private static final long serialVersionUID = 1L;
    private static final Pattern UNDERSCORE = Pattern.compile("_+");

    private final transient PortalAnswer answer;

    private PortalFailure(String error, PortalAnswer answer) {
        super(error);
        this.answer = answer;
    }

    /** An error of the OIDC service, such as {@code invalid_grant}, which is {@code InvalidGrantException}. */
    static PortalFailure oauth(int status, String error, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("error", error).put("error_description", description);
        return new PortalFailure(
                error, PortalAnswer.json(status, body.toString()).with("x-amzn-ErrorType", errorType(error)));
    }

    static PortalFailure oauth(String error, String description) {
        return oauth(400, error, description);
    }

    static PortalFailure invalidClient() {
        return oauth(401, "invalid_client", "Invalid client provided");
    }

    static PortalFailure invalidGrant() {
        return oauth("invalid_grant", "Invalid grant provided");
    }

    static PortalFailure invalidRequest(String description) {
        return oauth("invalid_request", description);
    }

    /** An error of the access portal. */
    static PortalFailure portal(int status, String errorType, String message) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        body.put("message", message).put("__type", "com.amazonaws.switchboard.portal#" + errorType);
        return new PortalFailure(
                errorType, PortalAnswer.json(status, body.toString()).with("x-amzn-ErrorType", errorType));
    }

    static PortalFailure tooManyRequests(Optional<Duration> retryAfter) {
        PortalFailure plain = portal(429, "TooManyRequestsException", "HTTP 429 Unknown Code");
        return retryAfter
                .map(wait -> new PortalFailure(
                        "TooManyRequestsException",
                        plain.answer.with("Retry-After", Long.toString(Math.max(1, wait.toSeconds())))))
                .orElse(plain);
    }

    PortalAnswer answer() {
        return answer;
    }

    private static String errorType(String error) {
        if (error.equals("server_error")) {
            return "InternalServerException";
        }
        return UNDERSCORE
                .splitAsStream(error)
                .map(word -> word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1))
                .collect(Collectors.joining("", "", "Exception"));
    }
}
