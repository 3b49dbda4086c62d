package dev.leapp.testkit.cloud;

/**
 * An answer by which a {@link LocalSts} refuses a call.
 *
 * @param status the HTTP status
 * @param code AWS's error code, such as {@code AccessDenied}
 * @param message the words that come with it
 * @since 0.1
 */
public record StsFailure(int status, String code, String message) {

    /**
     * Returns what AWS answers when it is called too often.
     *
     * @return HTTP 400 with {@code Throttling}
     */
    public static StsFailure throttling() {
        return new StsFailure(400, "Throttling", "Rate exceeded");
    }

    /**
     * Returns what AWS answers when it fails itself.
     *
     * @return HTTP 500 with {@code InternalFailure}
     */
    public static StsFailure internalFailure() {
        return new StsFailure(500, "InternalFailure", "The request processing has failed because of an unknown error.");
    }

    /**
     * Returns what AWS answers to credentials that have expired.
     *
     * @return HTTP 403 with {@code ExpiredToken}
     */
    public static StsFailure expiredToken() {
        return new StsFailure(403, "ExpiredToken", "The security token included in the request is expired");
    }

    /**
     * Returns what AWS answers when a policy forbids the action.
     *
     * @param message which policy says so
     * @return HTTP 403 with {@code AccessDenied}
     */
    public static StsFailure accessDenied(String message) {
        return new StsFailure(403, "AccessDenied", message);
    }

    static StsFailure invalidClientTokenId() {
        return new StsFailure(403, "InvalidClientTokenId", "The security token included in the request is invalid.");
    }

    static StsFailure validation(String message) {
        return new StsFailure(400, "ValidationError", message);
    }

    /** Returns who is to blame in AWS's own words. */
    String type() {
        return status >= 500 ? "Receiver" : "Sender";
    }
}
