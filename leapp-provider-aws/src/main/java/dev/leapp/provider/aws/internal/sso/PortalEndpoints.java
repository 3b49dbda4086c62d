package dev.leapp.provider.aws.internal.sso;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.Environment;
import dev.leapp.core.spi.Endpoint;
import java.util.List;

/**
 * Where integrations have their portals.
 *
 * @param environment may say that they are elsewhere
 * @param type the type of such integrations
 */
public record PortalEndpoints(Environment environment, String type) {

    public List<Endpoint> of(List<Integration> integrations) {
        PortalEndpoint endpoints = new PortalEndpoint(environment);
        return integrations.stream()
                .filter(integration -> integration.type().equals(type))
                .flatMap(integration -> Portal.regionOf(integration).stream())
                .distinct()
                .map(region -> Endpoint.http(endpoints.in(region), "AWS access portal in " + region.id()))
                .toList();
    }
}
