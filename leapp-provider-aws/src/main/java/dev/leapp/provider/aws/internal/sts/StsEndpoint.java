package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.port.Environment;
import dev.leapp.provider.aws.internal.client.ConfiguredEndpoint;
import java.net.URI;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.endpoints.StsEndpointProvider;

/** Where STS is: where the environment says, else the region's own endpoint. */
final class StsEndpoint {

    private final ConfiguredEndpoint configured;

    StsEndpoint(Environment environment) {
        this.configured = new ConfiguredEndpoint(environment, "STS");
    }

    URI in(Region region) {
        return configured.url().orElseGet(() -> regional(region));
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
