package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.time.Clock;
import java.time.Duration;

/**
 * One attempt of a user to log in.
 *
 * @param center where
 * @param context for which integration, until when, and whom to ask
 * @param flow how; automatic means that another way may be taken
 */
record Login(Center center, IntegrationContext context, LoginFlow flow) {

    Troubles troubles() {
        return new Troubles(center.alias());
    }

    String purpose() {
        return "integration '" + center.alias() + "'";
    }

    Duration timeLeft(Clock clock) {
        Duration left = Duration.between(clock.instant(), context.deadline());
        return left.isNegative() ? Duration.ZERO : left;
    }
}
