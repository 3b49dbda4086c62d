package dev.leapp.testkit.cloud;

import java.time.Duration;
import java.util.Optional;

/**
 * A fault that a {@link LocalPortal} shows instead of an answer. Immutable.
 *
 * @since 0.1
 */
public final class PortalFault {

    private final PortalAnswer answer;
    private final String path;
    private final Optional<String> accountId;
    private final boolean handled;

    private PortalFault(PortalAnswer answer, String path, Optional<String> accountId, boolean handled) {
        this.handled = handled;
        this.answer = answer;
        this.path = path;
        this.accountId = accountId;
    }

    /**
     * Returns an answer by which the access portal refuses a call.
     *
     * @param status the HTTP status
     * @param errorType AWS's name of it, such as {@code TooManyRequestsException}
     * @param message the words that come with it
     * @return a fault of any call
     */
    public static PortalFault answer(int status, String errorType, String message) {
        return of(PortalFailure.portal(status, errorType, message).answer());
    }

    /**
     * Returns an answer by which the OIDC service refuses a call.
     *
     * @param status the HTTP status
     * @param error the code of OAuth 2.0, such as {@code invalid_grant}; AWS's name of it follows from that
     * @return a fault of any call
     */
    public static PortalFault oauth(int status, String error) {
        return of(PortalFailure.oauth(status, error, "as told").answer());
    }

    /**
     * Returns what the access portal answers when it is called too often.
     *
     * @param retryAfter what the answer's {@code Retry-After} says, empty to leave it out
     * @return a fault of any call
     */
    public static PortalFault tooManyRequests(Optional<Duration> retryAfter) {
        return of(PortalFailure.tooManyRequests(retryAfter).answer());
    }

    /**
     * Returns an answer of something on the way, such as a proxy or a captive portal: a page, and nothing that AWS's answers have.
     *
     * @param status the HTTP status
     * @return a fault of any call
     */
    public static PortalFault onTheWay(int status) {
        return of(PortalAnswer.foreign(status, "<html>This network wants a login of its own</html>"));
    }

    /**
     * Returns an answer with status 200 whose body is cut off.
     *
     * @return a fault of any call
     */
    public static PortalFault malformedBody() {
        return of(PortalAnswer.json(200, "{\"accountList\": [{\"accountId\": "));
    }

    /**
     * Returns a connection that ends without an answer. Java's own client repeats such a call once if it used a connection again, so that it
     * takes two of these for the caller to see one.
     *
     * @return a fault of any call
     */
    public static PortalFault droppedConnection() {
        return of(PortalAnswer.DROPPED);
    }

    /**
     * Returns a connection that ends without an answer after the call has done what it does: a code or a refresh token is used up.
     *
     * @return a fault of any call
     */
    public static PortalFault lostAnswer() {
        return new PortalFault(PortalAnswer.DROPPED, "/", Optional.empty(), true);
    }

    private static PortalFault of(PortalAnswer answer) {
        return new PortalFault(answer, "/", Optional.empty(), false);
    }

    /**
     * Returns the same fault of calls of one path only.
     *
     * @param start how the path begins, such as {@code /assignment/roles}
     * @return another fault
     */
    public PortalFault at(String start) {
        return new PortalFault(answer, start, accountId, handled);
    }

    /**
     * Returns the same fault of calls about one account only.
     *
     * @param id the account
     * @return another fault
     */
    public PortalFault ofAccount(String id) {
        return new PortalFault(answer, path, Optional.of(id), handled);
    }

    boolean fits(PortalRequest request) {
        return request.path().startsWith(path)
                && (accountId.isEmpty() || accountId.equals(request.parameter("account_id")));
    }

    /** Tells whether the call does what it does all the same. */
    boolean isHandled() {
        return handled;
    }

    PortalAnswer answer() {
        return answer;
    }

    @Override
    public String toString() {
        return "PortalFault[" + answer.status() + " at " + path + "]";
    }
}
