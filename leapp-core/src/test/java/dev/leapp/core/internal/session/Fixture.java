package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.cache.CredentialCache;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.issuance.Issuances;
import dev.leapp.core.internal.login.DefaultLogins;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.LeappListener;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Update;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executor;

/** The life cycle over a fake cloud, with real locks, receipts and cache in a temporary directory. */
final class Fixture {

    final SettableClock clock = new SettableClock();
    final FakeCloud cloud = new FakeCloud(clock);
    final InMemoryRepository repository = new InMemoryRepository();
    final SecretStore store = SecretStore.inMemory();
    final List<SessionView> told = new ArrayList<>();
    final List<String> issued = new ArrayList<>();
    final ScriptedUser user = new ScriptedUser();
    final LeappDirectory directory;
    final SessionLifecycle lifecycle;

    Fixture(Path home) {
        directory = new LeappDirectory(home.resolve(".Leapp"));
        lifecycle = another(user);
    }

    /** Another Leapp on the same workspace, as another process would be. */
    SessionLifecycle another(UserInteraction interaction) {
        return another(interaction, clock);
    }

    SessionLifecycle another(UserInteraction interaction, Clock itsClock) {
        return another(interaction, itsClock, Optional.empty());
    }

    /** Another one that refreshes on those threads. */
    SessionLifecycle another(UserInteraction interaction, Clock itsClock, Optional<Executor> refreshing) {
        SecureRandom random = new SecureRandom();
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), random);
        PluginRegistry plugins = PluginRegistry.of(
                List.of(cloud),
                Optional.empty(),
                PluginContext.builder(directory.root()).clock(clock).build());
        byte[] key = new byte[AesGcm.KEY_BYTES];
        LeappListener listener = new LeappListener() {
            @Override
            public void sessionChanged(SessionView session) {
                told.add(session);
            }
        };
        return new SessionLifecycles(
                        directory,
                        repository,
                        plugins,
                        store,
                        DefaultLogins.of(
                                directory,
                                files,
                                plugins,
                                store,
                                interaction,
                                random,
                                integration -> Optional.empty(),
                                itsClock),
                        new CredentialCache(directory.cache(), files, new AesGcm(random), key::clone),
                        new PromptedCredentials(store, itsClock),
                        files,
                        interaction,
                        () -> UUID.randomUUID().toString(),
                        List.of(listener),
                        random,
                        refreshing,
                        new Issuances(
                                (session, use, until) -> issued.add(session.name() + " " + use.way()), () -> "test"),
                        itsClock)
                .compose();
    }

    SessionId add(String name, String profile) {
        SessionId id = new SessionId(name + "-id");
        NamedProfile named = new NamedProfile(new ProfileId("p-" + profile), profile);
        Session session = Session.builder(id, name, FakeCloud.TYPE, "anywhere")
                .profileId(named.id())
                .build();
        store.put(new SecretName(id + "-key"), Secret.of("long-term"));
        return repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder()
                        .profile(named)
                        .session(session)
                        .build()),
                id,
                ""));
    }
}
