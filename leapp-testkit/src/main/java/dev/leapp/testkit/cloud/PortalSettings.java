package dev.leapp.testkit.cloud;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** How a portal behaves; does not change. */
record PortalSettings(
        Clock clock,
        Optional<String> startUrl,
        String region,
        String userName,
        Duration accessTokenLifetime,
        Duration sessionLifetime,
        Duration codeLifetime,
        Duration registrationLifetime,
        Duration roleLifetime,
        Duration interval,
        boolean strictInterval,
        boolean refreshTokens,
        boolean rotation,
        boolean automaticApproval) {

    Instant now() {
        return clock.instant();
    }
}
