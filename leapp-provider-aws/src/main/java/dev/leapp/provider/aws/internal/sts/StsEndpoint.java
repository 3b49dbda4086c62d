package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

/**
 * Where STS is.
 *
 * <p>As the AWS tools do: {@code AWS_ENDPOINT_URL_STS}, then {@code AWS_ENDPOINT_URL}, unless {@code AWS_IGNORE_CONFIGURED_ENDPOINT_URLS} is true; else the
 * region's own endpoint.
 */
final class StsEndpoint {

    private final Environment environment;

    StsEndpoint(Environment environment) {
        this.environment = environment;
    }

    URI in(Region region) {
        return configured().map(StsEndpoint::url).orElseGet(() -> regional(region));
    }

    private Optional<String> configured() {
        boolean ignored = environment
                .get("AWS_IGNORE_CONFIGURED_ENDPOINT_URLS")
                .map(Boolean::parseBoolean)
                .orElse(false);
        return ignored
                ? Optional.empty()
                : environment.get("AWS_ENDPOINT_URL_STS").or(() -> environment.get("AWS_ENDPOINT_URL"));
    }

    private static URI url(String text) {
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

    private static LeappException notAUrl(@Nullable Throwable cause) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                "AWS_ENDPOINT_URL_STS or AWS_ENDPOINT_URL is not an http or https URL",
                "correct the variable, or unset it to use AWS's own endpoint",
                cause);
    }

    private static URI regional(Region region) {
        return StsEndpointProvider.defaultProvider()
                .resolveEndpoint(endpoint -> endpoint.region(region)
                        .useFips(false)
                        .useDualStack(false)
                        .useGlobalEndpoint(false))
                .join()
                .endpointUrl()
                .toUri();
    }
}
