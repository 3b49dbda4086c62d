package dev.leapp.provider.aws.internal.sso;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.provider.aws.internal.client.AwsAnswer;
import dev.leapp.provider.aws.internal.client.Unanswered;
import java.net.URI;
import java.util.Optional;
import software.amazon.awssdk.awscore.exception.AwsServiceException;
import software.amazon.awssdk.core.exception.SdkException;

/**
 * Tells in our words what the portal refuses.
 *
 * @param session the session's name
 * @param integration the integration's name
 * @param role what was asked for
 * @param endpoint where
 */
record PortalTrouble(String session, String integration, PortalRole role, URI endpoint) {

    CredentialException explain(SdkException thrown) {
        return thrown instanceof AwsServiceException answer && !Unanswered.fits(thrown)
                ? answered(answer)
                : unanswered().explain(thrown);
    }

    private Unanswered unanswered() {
        return new Unanswered("the AWS access portal", endpoint, session);
    }

    private CredentialException answered(AwsServiceException answer) {
        String code = AwsAnswer.of(answer).code();
        Optional<String> requestId = Optional.ofNullable(answer.requestId());
        Refusal refusal = isOfABox(answer, code) ? box() : refusal(answer.statusCode());
        String message = refusal.what() + " (" + code
                + requestId.map(id -> ", request id " + id).orElse("") + ")";
        return new CredentialException(refusal.code(), message, refusal.hint(), answer, code, requestId.orElse(null));
    }

    /** The portal says what is wrong, or how it calls the request; something on the way that wants a login does neither. */
    private static boolean isOfABox(AwsServiceException answer, String code) {
        return answer.statusCode() == 401 && answer.requestId() == null && code.equals("HTTP 401");
    }

    private Refusal box() {
        return new Refusal(
                CoreErrorCode.UNREACHABLE,
                "What answers at " + unanswered().host() + " for session " + session + " is not the AWS access portal",
                "check the proxy, and whether this network wants a login of its own");
    }

    private Refusal refusal(int status) {
        if (status >= 500) {
            return new Refusal(
                    CoreErrorCode.UNREACHABLE,
                    "The AWS access portal at " + unanswered().host() + " fails, for session " + session,
                    "try again; https://health.aws.amazon.com tells of outages");
        }
        return switch (status) {
            case 401 ->
                new Refusal(
                        CoreErrorCode.LOGIN_NEEDED,
                        "The login to '" + integration + "' is no longer good, for session " + session,
                        "log in again: leapp integration login '" + integration + "'");
            case 403 ->
                new Refusal(
                        CoreErrorCode.REFUSED_BY_CLOUD,
                        "Who is logged in to '" + integration + "' has no access to role " + role.name()
                                + " in account " + role.account() + ", for session " + session,
                        "ask who manages IAM Identity Center to assign it, or log in as somebody else");
            case 404 ->
                new Refusal(
                        CoreErrorCode.REFUSED_BY_CLOUD,
                        "The AWS access portal knows no role " + role.name() + " in account " + role.account()
                                + ", for session " + session,
                        "was it renamed or removed? leapp integration sync '" + integration + "'");
            case 429 ->
                new Refusal(
                        CoreErrorCode.THROTTLED,
                        "The AWS access portal is asked too often, for session " + session,
                        "wait a minute and try again; all users of an account share its limit");
            default ->
                new Refusal(
                        CoreErrorCode.REFUSED_BY_CLOUD,
                        "The AWS access portal refused session " + session,
                        "check its role and its integration: leapp session edit '" + session + "'");
        };
    }

    private record Refusal(CoreErrorCode code, String what, String hint) {}
}
