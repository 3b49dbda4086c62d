package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationContext;
import java.time.Clock;
import java.time.Duration;

/** What providers may use, and for how long. */
record LoginContexts(SecretStore store, UserInteraction interaction, Clock clock) {

    /** A person types slowly, and may have to find a telephone. */
    private static final Duration LOGIN = Duration.ofMinutes(10);

    /** What asks nobody but a server. */
    private static final Duration SILENT = Duration.ofMinutes(2);

    IntegrationContext forLogin(Integration integration, LoginFlow flow) {
        return lasting(LOGIN, integration, flow);
    }

    IntegrationContext silent(Integration integration) {
        return lasting(SILENT, integration, LoginFlow.AUTO);
    }

    IntegrationContext lasting(Duration longest, Integration integration, LoginFlow flow) {
        return IntegrationContext.builder(integration)
                .secrets(new TypeSecrets(store, integration.type()))
                .interaction(interaction)
                .deadline(clock.instant().plus(longest))
                .flow(flow)
                .build();
    }
}
