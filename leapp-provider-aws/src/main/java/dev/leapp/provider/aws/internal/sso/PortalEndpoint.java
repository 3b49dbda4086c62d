package dev.leapp.provider.aws.internal.sso;

import dev.leapp.core.port.Environment;
import dev.leapp.provider.aws.internal.client.ConfiguredEndpoint;
import java.net.URI;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sso.endpoints.SsoEndpointProvider;

/** Where the portal is: where the environment says, else in the region where IAM Identity Center is set up. */
final class PortalEndpoint {

    private final ConfiguredEndpoint configured;

    PortalEndpoint(Environment environment) {
        this.configured = new ConfiguredEndpoint(environment, "SSO");
    }

    URI in(Region region) {
        return configured.url().orElseGet(() -> regional(region));
    }

    private static URI regional(Region region) {
        return SsoEndpointProvider.defaultProvider()
                .resolveEndpoint(
                        endpoint -> endpoint.region(region).useFips(false).useDualStack(false))
                .join()
                .endpointUrl()
                .toUri();
    }
}
