package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.internal.machine.MachineId;
import dev.leapp.core.internal.workspace.json.LeappFixture;
import dev.leapp.core.internal.workspace.key.WorkspacePassphrase;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Map;
import java.util.function.UnaryOperator;

/** Repositories and edits for tests. */
final class Repositories {

    static final String MACHINE = "0123456789abcdef";

    private Repositories() {}

    static FileWorkspaceRepository at(Path file) {
        return with(file, FileOperations.ofTheSystem());
    }

    /** Returns a repository that does not wait for the disk. */
    static FileWorkspaceRepository unforced(Path file) {
        return with(file, new UnforcedFileOperations());
    }

    static FileWorkspaceRepository with(Path file, FileOperations operations) {
        return builder(file, operations).build(() -> MachineId.of(MACHINE));
    }

    static FileWorkspaceRepository.Builder builder(Path file, FileOperations operations) {
        SecureRandom random = new SecureRandom();
        return new FileWorkspaceRepository.Builder(file, new AtomicFile(operations, random), random, Clock.systemUTC());
    }

    /** Returns what can be done with the file, on a machine of that id; nothing is published for any session. */
    static WorkspaceFile care(Path file, String machine) {
        return onMachine(file, machine).file(session -> false);
    }

    static FileWorkspaceRepository onMachine(Path file, String machine) {
        return builder(file, new UnforcedFileOperations()).build(() -> MachineId.of(machine));
    }

    /** Returns a repository on a machine whose user knows that passphrase, and that has that keychain. */
    static FileWorkspaceRepository.Builder knowing(Path file, String passphrase, SecretStore keychain) {
        return builder(file, new UnforcedFileOperations())
                .keychain(() -> keychain)
                .passphrase(new WorkspacePassphrase(
                        Environment.of(Map.of(WorkspacePassphrase.VARIABLE, passphrase)),
                        UserInteraction.nonInteractive()));
    }

    /** Begins a workspace in a format: as the desktop app writes its file, on a machine of {@link #MACHINE}. */
    static void begin(Path file, WorkspaceFormat format) throws IOException {
        if (format == WorkspaceFormat.LEAPP) {
            byte[] document = LeappFixture.bytes("Leapp-lock.plain.json");
            Files.createDirectories(file.resolveSibling("."));
            Files.write(file, new LeappCipher(new SecureRandom()).seal(document, MachineId.of(MACHINE)));
        } else {
            set(unforced(file), "begun", "yes");
        }
    }

    static void edit(WorkspaceRepository repository, UnaryOperator<Snapshot> change) {
        repository.update(snapshot -> new Update<>(change.apply(snapshot), true, "a test"));
    }

    /** Adds a session; nothing changes if it is there. */
    static void add(WorkspaceRepository repository, String id) {
        Session session = session(id).build();
        edit(
                repository,
                snapshot -> snapshot.with(
                        snapshot.workspace().toBuilder().session(session).build()));
    }

    /** Returns a session that both formats can hold. */
    static Session.Builder session(String id, Workspace workspace) {
        return session(id).profileId(workspace.profiles().get(0).id());
    }

    private static Session.Builder session(String id) {
        return Session.builder(new SessionId(id), "session " + id, new SessionType("aws-iam-user"), "eu-west-1");
    }

    static void set(WorkspaceRepository repository, String setting, String value) {
        edit(
                repository,
                snapshot -> snapshot.with(
                        snapshot.workspace().toBuilder().setting(setting, value).build()));
    }
}
