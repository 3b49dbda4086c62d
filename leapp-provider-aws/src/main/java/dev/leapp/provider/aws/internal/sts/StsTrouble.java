package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.provider.aws.internal.client.AwsAnswer;
import dev.leapp.provider.aws.internal.client.Unanswered;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsErrorDetails;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells in our words what AWS's SDK throws. AWS's own words may repeat parts of the request, so only its error code and request id are passed on; the rest is in
 * the cause.
 */
final class StsTrouble {

    private final String session;
    private final Unanswered unanswered;
    private final Asked asked;

    StsTrouble(String session, URI endpoint, Asked asked) {
        this.session = session;
        this.unanswered = new Unanswered("AWS STS", endpoint, session);
        this.asked = asked;
    }

    CredentialException explain(SdkException thrown) {
        return thrown instanceof AwsServiceException answer && !Unanswered.fits(thrown)
                ? answered(answer)
                : unanswered.explain(thrown);
    }

    private CredentialException answered(AwsServiceException answer) {
        AwsAnswer said = AwsAnswer.of(answer);
        String code = said.code();
        if (isAboutDuration(code, said.words())) {
            return new DurationCappedException(session, code, cause(answer, code));
        }
        Refusal refusal = refusal(answer, code, said.words());
        Optional<String> requestId = Optional.ofNullable(answer.requestId());
        String message = refusal.what() + " (" + code
                + requestId.map(id -> ", request id " + id).orElse("") + ")";
        return new CredentialException(
                refusal.code(), message, refusal.hint(), cause(answer, code), code, requestId.orElse(null));
    }

    /** Returns what AWS said, without its words if they might repeat a token. */
    private AwsServiceException cause(AwsServiceException answer, String code) {
        if (!asked.sendsAToken()) {
            return answer;
        }
        AwsServiceException wordless = AwsServiceException.builder()
                .message("AWS's words are left out, as they may repeat what was sent")
                .statusCode(answer.statusCode())
                .requestId(answer.requestId())
                .awsErrorDetails(AwsErrorDetails.builder().errorCode(code).build())
                .build();
        wordless.setStackTrace(answer.getStackTrace());
        return wordless;
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
                    "AWS STS at " + unanswered.host() + " fails, for session " + session,
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

    private static Refusal refused(String what, String hint) {
        return new Refusal(CoreErrorCode.REFUSED_BY_CLOUD, what, hint);
    }

    private record Refusal(CoreErrorCode code, String what, String hint) {}
}
