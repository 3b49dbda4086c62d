package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.login.Logins;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.ParentSession;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.core.workspace.Workspace;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/** Calls the access method of a session, and notices whether the user was asked. */
public record Issuer(
        PluginRegistry plugins, SecretStore store, Logins logins, UserInteraction interaction, Clock clock) {

    private static final Duration LONGEST = Duration.ofMinutes(10);

    /** New credentials, and whether a person had to answer for them. */
    record Issued(Credentials credentials, boolean prompted) {}

    /** Tells whether a session, or one that it hangs on, keeps anything in the secret store. */
    boolean usesSecrets(Session session, Workspace workspace) {
        return Stream.concat(Stream.of(session), Ancestors.of(session, workspace).stream())
                .anyMatch(this::keepsSecrets);
    }

    /** Tells whether a session keeps anything in the secret store. */
    boolean keepsSecrets(Session session) {
        return plugins.accessMethod(session.type())
                .map(method -> method.fields().stream().anyMatch(FieldSpec::inSecretStore))
                .orElse(false);
    }

    Issued issue(
            Session session,
            Workspace workspace,
            CredentialRequest request,
            BiFunction<SessionId, CredentialRequest, Credentials> credentials) {
        AccessMethod method = plugins.method(session.type())
                .orElseThrow(() -> SessionTexts.unknownType(session.name(), session.type()));
        NoticingInteraction noticing = new NoticingInteraction(interaction);
        Instant deadline = clock.instant().plus(LONGEST);
        IssueContext context = context(session, deadline)
                .request(request)
                .interaction(noticing)
                .parents(parent -> new Parent(parent(session, workspace, parent), store, credentials))
                .logins(integration -> login(session, workspace, integration))
                .assertions(new SessionAssertions(session, workspace, plugins, noticing, deadline))
                .build();
        interaction.progress("Getting credentials for session '" + session.name() + "'");
        return new Issued(method.issue(context), noticing.wasAsked());
    }

    /** Signs in to the console of a session's cloud. */
    Secret signIn(
            Session session,
            Workspace workspace,
            ConsoleRequest request,
            BiFunction<SessionId, CredentialRequest, Credentials> credentials) {
        Instant deadline = clock.instant().plus(LONGEST);
        IssueContext context = context(session, deadline)
                .interaction(interaction)
                .parents(parent -> new Parent(parent(session, workspace, parent), store, credentials))
                .build();
        return plugins.handing()
                .console(session.type().cloudProvider())
                .orElseThrow(() -> SessionTexts.noConsole(session))
                .signIn(request, () -> credentials.apply(session.id(), CredentialRequest.standard()), context);
    }

    String act(Session session, String action) {
        return plugins.action(session.type(), action)
                .orElseThrow(() -> SessionTexts.unknownAction(session, action))
                .run(context(session, clock.instant().plus(LONGEST))
                        .interaction(interaction)
                        .build());
    }

    private IssueContext.Builder context(Session session, Instant deadline) {
        return IssueContext.builder(session)
                .secrets(new SessionSecrets(store, session.id()))
                .deadline(deadline);
    }

    private static Session parent(Session session, Workspace workspace, SessionId parent) {
        return workspace
                .session(parent)
                .filter(there -> session.settings().containsValue(parent.value()))
                .orElseThrow(() -> SessionTexts.noParent(session, parent));
    }

    private IntegrationLogin login(Session session, Workspace workspace, IntegrationId id) {
        Integration integration = workspace.integrations().stream()
                .filter(there -> there.id().equals(id) && session.settings().containsValue(id.value()))
                .findFirst()
                .orElseThrow(() -> SessionTexts.noIntegration(session, id));
        return logins.of(integration);
    }

    private record Parent(
            Session session, SecretStore store, BiFunction<SessionId, CredentialRequest, Credentials> source)
            implements ParentSession {

        @Override
        public Credentials credentials(CredentialRequest request) {
            return source.apply(session.id(), request);
        }

        @Override
        public ScopedSecrets secrets() {
            return new SessionSecrets(store, session.id());
        }
    }
}
