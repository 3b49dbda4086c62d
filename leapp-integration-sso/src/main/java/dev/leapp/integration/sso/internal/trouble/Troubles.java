package dev.leapp.integration.sso.internal.trouble;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * What goes wrong with an integration, in words.
 *
 * @param alias what it is called
 */
public record Troubles(String alias) {

    public CredentialException loginNeeded() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "Integration '" + alias + "' needs a login, and nobody can be asked",
                "log in, in a terminal: " + login(),
                null);
    }

    public CredentialException noLongerGood(Reply reply) {
        return of(
                reply,
                CoreErrorCode.LOGIN_NEEDED,
                "The login to '" + alias + "' is no longer good",
                "log in again: " + login());
    }

    public CredentialException cancelled() {
        return failed(CoreErrorCode.CANCELLED, "Integration '" + alias + "' was cancelled", null, null);
    }

    public CredentialException denied() {
        return failed(
                CoreErrorCode.CANCELLED,
                "The login to '" + alias + "' was not allowed in the browser",
                "allow it there: " + login(),
                null);
    }

    /** Returns that the browser brought back an error, of which only AWS's own word is told. */
    public CredentialException notAuthorized(String word) {
        return failed(
                CoreErrorCode.REFUSED_BY_CLOUD,
                "IAM Identity Center refused the login to '" + alias + "' in the browser (" + word + ")",
                "try again, or log in with a code: " + login() + " --device-code",
                null);
    }

    public CredentialException tooLate() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "Nobody logged in to '" + alias + "' in time",
                "try again: " + login(),
                null);
    }

    /** Returns that the browser was not sent back: the user had no time, or the page showed an error. */
    public CredentialException tooLateInBrowser() {
        return failed(
                CoreErrorCode.LOGIN_NEEDED,
                "Nobody logged in to '" + alias + "' in the browser in time",
                "try again, or log in with a code: " + login() + " --device-code",
                null);
    }

    public CredentialException cannotListen(Throwable cause) {
        return failed(
                CoreErrorCode.PORT_NOT_AVAILABLE,
                "Nothing can listen on 127.0.0.1 for the browser's answer to the login to '" + alias + "'",
                "log in with a code: " + login() + " --device-code",
                cause);
    }

    public CredentialException unreachable(URI service, Throwable cause) {
        return failed(
                CoreErrorCode.UNREACHABLE,
                "Can't reach IAM Identity Center at " + service.getAuthority() + " for '" + alias + "' ("
                        + cause.getClass().getSimpleName() + ")",
                "check the network, the proxy and the integration's region",
                cause);
    }

    public CredentialException throttled(Reply reply) {
        return of(
                reply,
                CoreErrorCode.THROTTLED,
                "IAM Identity Center is asked too often, for '" + alias + "'",
                "wait a minute and try again; all users of an account share its limit");
    }

    public CredentialException outOfTime() {
        return failed(
                CoreErrorCode.UNREACHABLE,
                "Not all of '" + alias + "' could be listed in time",
                "go on where it ended: leapp integration sync '" + alias + "'",
                null);
    }

    public CredentialException fails(URI service, Reply reply) {
        if (reply.wantsAnotherLogin()) {
            return notUnderstood(service, reply);
        }
        return of(
                reply,
                CoreErrorCode.UNREACHABLE,
                "IAM Identity Center at " + service.getAuthority() + " fails, for '" + alias + "'",
                "try again; https://health.aws.amazon.com tells of outages");
    }

    public CredentialException refused(Reply reply, String what, String hint) {
        return of(reply, CoreErrorCode.REFUSED_BY_CLOUD, what, hint);
    }

    /** Returns that an answer is not what the service answers; a proxy or a captive portal may have sent it. */
    public CredentialException notUnderstood(URI service, Reply reply) {
        return of(
                reply,
                CoreErrorCode.UNREACHABLE,
                "What answers at " + service.getAuthority() + " for '" + alias + "' is not IAM Identity Center",
                "check the proxy, and whether this network wants a login of its own");
    }

    private String login() {
        return "leapp integration login '" + alias + "'";
    }

    private static CredentialException of(Reply reply, CoreErrorCode code, String what, String hint) {
        return new CredentialException(
                code,
                what + " (" + reply.label() + ")",
                hint,
                null,
                reply.code().isEmpty() ? "HTTP " + reply.status() : reply.code(),
                reply.requestId().orElse(null));
    }

    private static CredentialException failed(
            CoreErrorCode code, String what, @Nullable String hint, @Nullable Throwable cause) {
        return new CredentialException(code, what, hint, cause);
    }
}
