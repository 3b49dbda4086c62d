package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IssueContext;
import java.time.Clock;
import java.time.Duration;
import java.util.function.Function;

/** Calls the access method of a session, and notices whether the user was asked. */
public record Issuer(PluginRegistry plugins, SecretStore store, UserInteraction interaction, Clock clock) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** New credentials, and whether a person had to answer for them. */
    record Issued(Credentials credentials, boolean prompted) {}

    /** Tells whether sessions of this type keep anything in the secret store. */
    public boolean usesSecrets(Session session) {
        return plugins.accessMethod(session.type())
                .map(method -> method.fields().stream().anyMatch(FieldSpec::inSecretStore))
                .orElse(false);
    }

    Issued issue(Session session, CredentialRequest request, Function<SessionId, Credentials> parents) {
        AccessMethod method = plugins.method(session.type())
                .orElseThrow(() -> SessionTexts.unknownType(session.name(), session.type()));
        NoticingInteraction noticing = new NoticingInteraction(interaction);
        IssueContext context = IssueContext.builder(session)
                .request(request)
                .secrets(new SessionSecrets(store, session.id()))
                .interaction(noticing)
                .deadline(clock.instant().plus(LONGEST))
                .parents(parents)
                .build();
        interaction.progress("Getting credentials for session '" + session.name() + "'");
        return new Issued(method.issue(context), noticing.wasAsked());
    }
}
