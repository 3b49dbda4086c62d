package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.port.Environment;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import java.util.List;
import java.util.Set;

/**
 * Where sessions ask STS.
 *
 * @param environment may say that it is elsewhere
 * @param types the session types that ask it
 */
public record StsEndpoints(Environment environment, Set<SessionType> types) {

    /** Returns the place for each region that sessions use. */
    public List<Endpoint> of(List<Session> sessions) {
        StsEndpoint endpoints = new StsEndpoint(environment);
        return sessions.stream()
                .filter(session -> types.contains(session.type()))
                .map(session -> ClientSetup.regionNamed(session.region()))
                .distinct()
                .map(region -> Endpoint.http(endpoints.in(region), "AWS STS in " + region.id()))
                .toList();
    }
}
