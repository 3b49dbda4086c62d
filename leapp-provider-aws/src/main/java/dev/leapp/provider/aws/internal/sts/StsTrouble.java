package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Optional;
import javax.net.ssl.SSLException;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.AbortedException;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.ApiCallTimeoutException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells in our words what AWS's SDK throws. AWS's own words may repeat parts of the request, so only its error code and request id are passed on; the rest is in
 * the cause.
 */
final class StsTrouble {

    private final String session;
    private final URI endpoint;
    private final Asked asked;

    StsTrouble(String session, URI endpoint, Asked asked) {
        this.session = session;
        this.endpoint = endpoint;
        this.asked = asked;
    }

    CredentialException explain(SdkException thrown) {
        return thrown instanceof AwsServiceException answer ? answered(answer) : unanswered(thrown);
    }

    private CredentialException answered(AwsServiceException answer) {
        AwsAnswer said = AwsAnswer.of(answer);
        String code = said.code();
        if (isAboutDuration(code, said.words())) {
            return new DurationCappedException(session, code, answer);
        }
        Refusal refusal = refusal(answer, code, said.words());
        Optional<String> requestId = Optional.ofNullable(answer.requestId());
        String message = refusal.what() + " (" + code
                + requestId.map(id -> ", request id " + id).orElse("") + ")";
        return new CredentialException(refusal.code(), message, refusal.hint(), answer, code, requestId.orElse(null));
    }

    private Refusal refusal(AwsServiceException answer, String code, String words) {
        if (answer.isThrottlingException()) {
            return new Refusal(
                    CoreErrorCode.THROTTLED,
                    "AWS STS is asked too often for session " + session,
                    "wait a minute and try again");
        }
        if (answer.statusCode() >= 500) {
            return new Refusal(
                    CoreErrorCode.UNREACHABLE,
                    "AWS STS at " + host() + " fails, for session " + session,
                    "try again; https://health.aws.amazon.com tells of outages");
        }
        if (isAboutTime(code, words)) {
            return refused(
                    "This computer's clock is too far from AWS's, for session " + session,
                    "set the clock and try again");
        }
        return switch (code) {
            case "InvalidClientTokenId", "SignatureDoesNotMatch", "AuthFailure", "IncompleteSignature" ->
                refused(
                        "AWS refused the access key of session " + session,
                        "give the right one: leapp session edit '" + session
                                + "' --access-key-id ID --secret-access-key-stdin");
            case "AccessDenied", "AccessDeniedException" -> denied(words);
            case "ExpiredToken", "ExpiredTokenException" ->
                refused(
                        "AWS says that the credentials of session " + session + " have expired",
                        "start the session again");
            case "RegionDisabledException" ->
                refused(
                        "STS is switched off in the region of session " + session,
                        "choose another region: leapp session change-region '" + session + "'");
            case "ValidationError", "ValidationException" ->
                refused("AWS STS refused what session " + session + " asks for", asked.ifInvalid(session));
            default -> refused("AWS STS refused session " + session, "look up the error code at AWS");
        };
    }

    private Refusal denied(String words) {
        if (words.contains("MultiFactorAuthentication")) {
            return new Refusal(
                    CoreErrorCode.MFA_NEEDED,
                    "AWS did not accept the MFA code for session " + session,
                    "wait for the next code and try again; is the MFA device of the session the right one?");
        }
        return refused("AWS does not allow session " + session + " " + asked.what(), asked.ifDenied(session));
    }

    /** STS says so in words only: of a role's own limit, of the hour that chained roles get, of what its API takes at all. */
    private static boolean isAboutDuration(String code, String words) {
        return code.startsWith("Validation")
                && (words.contains("MaxSessionDuration")
                        || words.contains("role chaining")
                        || (words.contains("durationSeconds") && words.contains("less than or equal to")));
    }

    private static boolean isAboutTime(String code, String words) {
        return code.equals("RequestExpired")
                || code.equals("RequestTimeTooSkewed")
                || (code.equals("SignatureDoesNotMatch")
                        && (words.contains("Signature expired") || words.contains("Signature not yet current")));
    }

    private CredentialException unanswered(SdkException thrown) {
        if (thrown instanceof AbortedException) {
            Thread.currentThread().interrupt();
            return new CredentialException(
                    CoreErrorCode.CANCELLED,
                    "Asking AWS STS for session " + session + " was interrupted",
                    null,
                    thrown);
        }
        return new CredentialException(
                CoreErrorCode.UNREACHABLE,
                "Can't reach AWS STS at " + host() + " for session " + session + ": " + reason(thrown),
                "check the network, the proxy and the session's region",
                thrown);
    }

    private String host() {
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }

    private static String reason(Throwable thrown) {
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            Optional<String> reason = known(at);
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        return "the connection failed";
    }

    private static Optional<String> known(Throwable thrown) {
        if (thrown instanceof UnknownHostException) {
            return Optional.of("unknown host");
        }
        if (thrown instanceof SocketTimeoutException
                || thrown instanceof ApiCallTimeoutException
                || thrown instanceof ApiCallAttemptTimeoutException) {
            return Optional.of("no answer in time");
        }
        if (thrown instanceof ConnectException) {
            return Optional.of("connection refused");
        }
        if (thrown instanceof NoRouteToHostException) {
            return Optional.of("no route to host");
        }
        return thrown instanceof SSLException ? Optional.of("no secure connection") : Optional.empty();
    }

    private static Refusal refused(String what, String hint) {
        return new Refusal(CoreErrorCode.REFUSED_BY_CLOUD, what, hint);
    }

    private record Refusal(CoreErrorCode code, String what, String hint) {}
}
