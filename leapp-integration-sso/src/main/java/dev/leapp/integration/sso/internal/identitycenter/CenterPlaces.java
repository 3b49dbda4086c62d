package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.Environment;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import java.util.List;

/**
 * Where integrations log in.
 *
 * @param environment may say that it is elsewhere
 */
public record CenterPlaces(Environment environment) {

    public List<Endpoint> of(List<Integration> integrations) {
        Endpoints endpoints = new Endpoints(environment);
        return integrations.stream()
                .filter(integration -> integration.type().equals(CenterFields.TYPE))
                .flatMap(integration -> Center.region(integration).stream())
                .distinct()
                .map(region ->
                        Endpoint.http(endpoints.oidc(region), "login to IAM Identity Center in " + region.name()))
                .toList();
    }
}
