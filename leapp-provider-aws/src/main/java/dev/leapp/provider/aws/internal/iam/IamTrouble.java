package dev.leapp.provider.aws.internal.iam;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.provider.aws.internal.client.AwsAnswer;
import dev.leapp.provider.aws.internal.client.Unanswered;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells in our words what IAM refuses.
 *
 * @param session the session's name
 * @param what what was to be done, such as {@code create an access key}
 * @param endpoint where
 */
record IamTrouble(String session, String what, URI endpoint) {

    CredentialException explain(SdkException thrown) {
        return thrown instanceof AwsServiceException answer && !Unanswered.fits(thrown)
                ? answered(answer)
                : new Unanswered("AWS IAM", endpoint, session).explain(thrown);
    }

    private CredentialException answered(AwsServiceException answer) {
        String code = AwsAnswer.of(answer).code();
        Optional<String> requestId = Optional.ofNullable(answer.requestId());
        Refusal refusal = refusal(answer, code);
        String message = refusal.what() + " (" + code
                + requestId.map(id -> ", request id " + id).orElse("") + ")";
        return new CredentialException(refusal.code(), message, refusal.hint(), answer, code, requestId.orElse(null));
    }

    private Refusal refusal(AwsServiceException answer, String code) {
        if (answer.isThrottlingException()) {
            return new Refusal(
                    CoreErrorCode.THROTTLED,
                    "AWS IAM is asked too often for session " + session,
                    "wait a minute and try again");
        }
        if (answer.statusCode() >= 500) {
            return new Refusal(
                    CoreErrorCode.UNREACHABLE,
                    "AWS IAM fails to " + what + " for session " + session,
                    "try again; https://health.aws.amazon.com tells of outages");
        }
        return switch (code) {
            case "AccessDenied", "AccessDeniedException" ->
                refused(
                        "AWS does not allow session " + session + " to " + what,
                        "the user needs iam:CreateAccessKey, iam:UpdateAccessKey, iam:DeleteAccessKey,"
                                + " iam:ListAccessKeys and iam:GetAccessKeyLastUsed on itself; some accounts also demand"
                                + " an MFA device: leapp session edit '" + session + "' --mfa-device ARN");
            case "LimitExceeded" ->
                refused(
                        "The user of session " + session + " has two access keys, and AWS allows no more",
                        "delete the one that nobody needs, then try again");
            default ->
                refused("AWS IAM refuses to " + what + " for session " + session, "look up the error code at AWS");
        };
    }

    private static Refusal refused(String what, String hint) {
        return new Refusal(CoreErrorCode.REFUSED_BY_CLOUD, what, hint);
    }

    private record Refusal(CoreErrorCode code, String what, String hint) {}
}
