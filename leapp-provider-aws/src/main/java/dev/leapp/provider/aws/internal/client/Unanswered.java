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

    public CredentialException explain(SdkException thrown) {
        if (thrown instanceof AbortedException) {
            Thread.currentThread().interrupt();
            return new CredentialException(
                    CoreErrorCode.CANCELLED,
                    "Asking " + service + " for session " + session + " was interrupted",
                    null,
                    thrown);
        }
        return new CredentialException(
                CoreErrorCode.UNREACHABLE,
                "Can't reach " + service + " at " + host() + " for session " + session + ": " + reason(thrown),
                "check the network, the proxy and the session's region",
                thrown);
    }

    /** Returns the host, and the port if one is named. */
    public String host() {
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
}
