package dev.leapp.integration.sso.internal.endpoint;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a service is said to be instead of at AWS, as for the AWS tools: {@code AWS_ENDPOINT_URL_} and the service, then {@code
 * AWS_ENDPOINT_URL}, unless {@code AWS_IGNORE_CONFIGURED_ENDPOINT_URLS} is true.
 *
 * @param environment may say so
 * @param service as the variable spells it, such as {@code SSO_OIDC}
 */
record ConfiguredEndpoint(Environment environment, String service) {

    Optional<URI> url() {
        boolean ignored = environment
                .get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return ignored
                ? Optional.empty()
                : environment
                        .get("AWS_ENDPOINT_URL_" + service)
                        .or(() -> environment.get("AWS_ENDPOINT_URL"))
                        .map(this::url);
    }

    private URI url(String text) {
        try {
            URI uri = URI.create(text.strip());
            if (uri.getHost() != null && ("http".equals(uri.getScheme()) || "https".equals(uri.getScheme()))) {
                return uri;
            }
        } catch (IllegalArgumentException e) {
            throw notAUrl(e);
        }
        throw notAUrl(null);
    }

    private LeappException notAUrl(@Nullable Throwable cause) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                "AWS_ENDPOINT_URL_" + service + " or AWS_ENDPOINT_URL is not an http or https URL",
                "correct the variable, or unset it to use AWS's own endpoint",
                cause);
    }
}
