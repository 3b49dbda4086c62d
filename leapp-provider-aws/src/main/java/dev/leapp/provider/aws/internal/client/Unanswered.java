package dev.leapp.provider.aws.internal.client;

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
 * Tells why a service gave no answer.
 *
 * @param service what it is called, such as {@code AWS STS}
 * @param endpoint where it was asked
 * @param session for which session
 */
public record Unanswered(String service, URI endpoint, String session) {

    private static final int PROXY_LOGIN = 407;

    private static final Reason PROXY_ASKS = new Reason(
            "the proxy wants to know who asks",
            "name user and password in HTTPS_PROXY: http://user:password@proxy.example:3128");

    private static final Reason NOT_SECURE = new Reason(
            "no secure connection",
            "if a proxy looks into TLS here, name a PEM file of its certificate authority in AWS_CA_BUNDLE, or set"
                    + " LEAPP_TRUST_STORE=system");

    public CredentialException explain(SdkException thrown) {
        if (thrown instanceof AbortedException) {
            Thread.currentThread().interrupt();
            return new CredentialException(
                    CoreErrorCode.CANCELLED,
                    "Asking " + service + " for session " + session + " was interrupted",
                    null,
                    thrown);
        }
        Reason reason = reason(thrown);
        return new CredentialException(
                CoreErrorCode.UNREACHABLE,
                "Can't reach " + service + " at " + host() + " for session " + session + ": " + reason.what(),
                reason.hint(),
                thrown);
    }

    /** Tells whether what was answered is a proxy's answer and not the service's. */
    public static boolean fits(SdkException thrown) {
        return !(thrown instanceof AwsServiceException answer) || answer.statusCode() == PROXY_LOGIN;
    }

    /** Returns the host, and the port if one is named. */
    public String host() {
        return endpoint.getPort() < 0 ? endpoint.getHost() : endpoint.getHost() + ":" + endpoint.getPort();
    }

    private static Reason reason(SdkException thrown) {
        if (thrown instanceof AwsServiceException) {
            return PROXY_ASKS;
        }
        for (Throwable at = thrown; at != null; at = at.getCause()) {
            Optional<Reason> reason = known(at);
            if (reason.isPresent()) {
                return reason.get();
            }
        }
        return Reason.of("the connection failed");
    }

    private static Optional<Reason> known(Throwable thrown) {
        if (thrown instanceof UnknownHostException) {
            return Optional.of(Reason.of("unknown host"));
        }
        if (thrown instanceof SocketTimeoutException
                || thrown instanceof ApiCallTimeoutException
                || thrown instanceof ApiCallAttemptTimeoutException) {
            return Optional.of(Reason.of("no answer in time"));
        }
        if (thrown instanceof ConnectException) {
            return Optional.of(Reason.of("connection refused"));
        }
        if (thrown instanceof NoRouteToHostException) {
            return Optional.of(Reason.of("no route to host"));
        }
        return thrown instanceof SSLException ? Optional.of(NOT_SECURE) : byProxy(String.valueOf(thrown.getMessage()));
    }

    private static Optional<Reason> byProxy(String words) {
        if (!words.startsWith("Unable to tunnel through proxy")) {
            return Optional.empty();
        }
        return Optional.of(words.contains(" 407") ? PROXY_ASKS : Reason.of("the proxy lets nobody through"));
    }

    private record Reason(String what, String hint) {

        static Reason of(String what) {
            return new Reason(what, "check the network, the proxy and the session's region");
        }
    }
}
