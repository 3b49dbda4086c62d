package dev.leapp.provider.aws.internal.iam;

import dev.leapp.core.port.Environment;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import dev.leapp.provider.aws.internal.client.ConfiguredEndpoint;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import software.amazon.awssdk.awscore.endpoints.AwsEndpointAttribute;
import software.amazon.awssdk.awscore.endpoints.authscheme.EndpointAuthScheme;
import software.amazon.awssdk.awscore.endpoints.authscheme.SigV4AuthScheme;
import software.amazon.awssdk.endpoints.Endpoint;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.iam.endpoints.IamEndpointProvider;

/**
 * Where IAM is: once in each partition, whose requests are signed for one of its regions.
 *
 * @param url its URL
 * @param signingRegion the region that requests are signed for
 */
record IamPlace(URI url, Region signingRegion) {

    static IamPlace of(String sessionRegion, Environment environment) {
        Region region = ClientSetup.regionNamed(sessionRegion);
        Endpoint endpoint = IamEndpointProvider.defaultProvider()
                .resolveEndpoint(params -> params.region(region).useFips(false).useDualStack(false))
                .join();
        URI url = new ConfiguredEndpoint(environment, "IAM")
                .url()
                .orElseGet(() -> endpoint.endpointUrl().toUri());
        return new IamPlace(url, signing(endpoint).map(Region::of).orElse(region));
    }

    private static Optional<String> signing(Endpoint endpoint) {
        List<EndpointAuthScheme> schemes = Optional.ofNullable(endpoint.attribute(AwsEndpointAttribute.AUTH_SCHEMES))
                .orElse(List.of());
        return schemes.stream()
                .filter(SigV4AuthScheme.class::isInstance)
                .map(scheme -> ((SigV4AuthScheme) scheme).signingRegion())
                .findFirst();
    }
}
