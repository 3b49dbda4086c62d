package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** A machine on which processes come and go: one workspace, one keychain, one directory, one user. */
final class Machine {

    final Lifetime life = new Lifetime();
    final KeptWorkspace repository = new KeptWorkspace(life);
    final FakeKeychain keychain = new FakeKeychain(life);
    final Answers user = new Answers();
    final Path directory;
    private final FileOperations files = new MortalFiles(life, FileOperations.ofTheSystem());

    Machine(Path directory) {
        this.directory = directory;
    }

    /** Another process. */
    SecretStoreSelector process() {
        return process(Map.of(), OldCopies.deleted());
    }

    SecretStoreSelector process(Map<String, String> variables, OldCopies oldCopies) {
        Environment environment = Environment.of(variables);
        return new SecretStoreSelector(
                new Pin(repository),
                new TestStores(keychain, directory, environment, user, files),
                StoreLock.in(new LeappDirectory(directory)),
                new WorkspaceSecrets(new KnownPlugins()),
                oldCopies,
                environment,
                user);
    }

    SecretStore store() {
        return process().store();
    }

    /** What a process that starts now finds. */
    Optional<String> find(String account) {
        return store().get(new SecretName(account)).map(Secret::reveal);
    }

    void put(String account, String value) {
        store().put(new SecretName(account), Secret.of(value));
    }

    void addSession(String id) {
        addSession(id, KnownPlugins.TYPE);
    }

    void addSession(String id, SessionType type) {
        Session session =
                Session.builder(new SessionId(id), id, type, "anywhere").build();
        repository.edit(workspace -> workspace.session(session));
    }

    void addIntegration(String id) {
        Integration integration = new Integration(new IntegrationId(id), id, "fake", Map.of());
        repository.edit(workspace -> workspace.integration(integration));
    }

    SecretStoreTarget file(String keyFile) {
        return SecretStoreTarget.file(keyFile(keyFile));
    }

    Path keyFile(String name) {
        return directory.resolve(name);
    }

    Path sealed() {
        return directory.resolve("secrets.sealed");
    }

    Map<String, String> settings() {
        return repository.read().workspace().settings();
    }
}
