package dev.leapp.core.internal.handover;

import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import java.time.Instant;
import java.util.Optional;

/**
 * A session that can be served.
 *
 * @param grant what was known of stops before its credentials were got
 * @param expiresAt when these expire
 */
record Admitted(Session session, EndpointProtocol protocol, Grant grant, Optional<Instant> expiresAt) {}
