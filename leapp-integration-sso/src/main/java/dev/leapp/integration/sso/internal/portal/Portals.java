package dev.leapp.integration.sso.internal.portal;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import dev.leapp.integration.sso.internal.rest.JsonService;
import dev.leapp.integration.sso.internal.rest.Pause;
import dev.leapp.integration.sso.internal.rest.Reply;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.io.IOException;
import java.time.Clock;
import java.util.Random;

/** The access portals: what somebody who is logged in may reach, and logging out. Thread-safe. */
public final class Portals {

    /** What sessions from there are. */
    public static final SessionType ROLE = Reachable.ROLE;

    private final JsonService http;
    private final Endpoints endpoints;
    private final Random random;
    private final Pause pause;
    private final Clock clock;

    public Portals(PluginContext plugin, JsonService http, Pause pause) {
        this.http = http;
        this.endpoints = new Endpoints(plugin.environment());
        this.random = plugin.random();
        this.pause = pause;
        this.clock = plugin.clock();
    }

    /** Lists all accounts, and the roles in those that are wanted. */
    public void list(Center center, IntegrationContext context, IntegrationLogin login, Discovery discovery) {
        Troubles troubles = new Troubles(center.alias());
        PortalService portal = PortalService.in(center.region(), http, endpoints);
        PacedCalls calls = new PacedCalls(
                new SharedToken(login),
                login.pace(),
                pause,
                random,
                troubles,
                portal.place(),
                context.deadline(),
                () -> !clock.instant().isBefore(context.deadline()));
        Reachable reachable =
                new Reachable(context.integration(), center.region().partition());
        try {
            new Listing(portal, calls, reachable, troubles, discovery).run();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.cancelled();
        }
    }

    /** Ends a login; one that has ended already is fine. */
    public void logout(Center center, Secret token) {
        Troubles troubles = new Troubles(center.alias());
        PortalService portal = PortalService.in(center.region(), http, endpoints);
        try {
            Reply reply = portal.logout(token);
            if (reply.saysNothing() || (!reply.isGood() && !reply.isUnauthorized())) {
                throw troubles.fails(portal.place(), reply);
            }
        } catch (IOException e) {
            throw troubles.unreachable(portal.place(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.cancelled();
        }
    }
}
