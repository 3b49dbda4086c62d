package dev.leapp.integration.sso.internal.rest;

import java.time.Duration;
import java.util.Optional;

/**
 * What a service answered.
 *
 * @param status the HTTP status
 * @param code what the service calls its error, such as {@code SlowDownException}; empty if it says none
 * @param requestId what the service calls the request
 * @param retryAfter when to try again
 * @param body the object, empty if it is none
 */
public record Reply(
        int status, String code, Optional<String> requestId, Optional<Duration> retryAfter, Optional<Answer> body) {

    private static final int OK = 200;
    private static final int REDIRECTS = 300;
    private static final int UNAUTHORIZED = 401;
    private static final int PROXY_LOGIN = 407;
    private static final int TOO_MANY = 429;
    private static final int SERVER_ERRORS = 500;

    public boolean isGood() {
        return status >= OK && status < REDIRECTS;
    }

    public boolean isThrottled() {
        return status == TOO_MANY;
    }

    public boolean isUnauthorized() {
        return status == UNAUTHORIZED;
    }

    public boolean isServerError() {
        return status >= SERVER_ERRORS;
    }

    /** Tells whether somebody on the way answered, or the service failed: it says nothing of the request. */
    public boolean saysNothing() {
        return isServerError() || wantsAnotherLogin();
    }

    /** Tells whether a box on the way wants to know who asks: the service itself says what is wrong, or how it calls the request. */
    public boolean wantsAnotherLogin() {
        return status == PROXY_LOGIN || (isUnauthorized() && code.isEmpty() && requestId.isEmpty());
    }

    /** Returns what to tell people: the code, else the status, and the request's id. */
    public String label() {
        return (code.isEmpty() ? "HTTP " + status : code)
                + requestId.map(id -> ", request id " + id).orElse("");
    }
}
