package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.NewKeySlot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** A throw-away home directory with a workspace of many sessions. */
final class SampleHome implements AutoCloseable {

    static final String SEALED = "sealed";
    static final String LEAPP = "leapp";

    private static final String MACHINE_ID = "0123456789abcdef0123456789abcdef";
    private static final int LOCAL_STACKS = 50;

    private final Path directory;
    private final SecretStore secrets = SecretStore.inMemory();

    private SampleHome(Path directory) {
        this.directory = directory;
    }

    /** Makes a home whose workspace has that format and that many sessions, of which some can be started. */
    static SampleHome create(String format, int sessions) {
        try {
            return create(Files.createTempDirectory("leapp-benchmark-"), format, sessions);
        } catch (IOException e) {
            throw new UncheckedIOException("No throw-away home can be made", e);
        }
    }

    /** Returns a home that was made before, in another virtual machine. */
    static SampleHome at(Path directory) {
        return new SampleHome(directory);
    }

    static SampleHome create(Path directory, String format, int sessions) {
        SampleHome home = new SampleHome(directory);
        try {
            home.write(DesktopAppFile.document(sessions, Math.min(LOCAL_STACKS, sessions / 2)));
            if (format.equals(SEALED)) {
                try (Leapp leapp = home.open()) {
                    leapp.workspaceFile().upgrade(NewKeySlot.machine());
                }
            }
            return home;
        } catch (IOException e) {
            throw new UncheckedIOException("No workspace can be made in " + directory, e);
        }
    }

    Path directory() {
        return directory;
    }

    Map<String, String> environment() {
        return Map.of("LEAPP_MACHINE_ID", MACHINE_ID);
    }

    Leapp open() {
        return open(Map.of());
    }

    /** Opens it as a program does that has these environment variables, too. */
    Leapp open(Map<String, String> more) {
        Map<String, String> environment = new LinkedHashMap<>(environment());
        environment.putAll(more);
        return Leapp.builder()
                .home(directory)
                .environment(Environment.of(environment))
                .secretStore(secrets)
                .build();
    }

    /** Starts all sessions that can be, each on a named profile of its own. */
    void startAll() {
        try (Leapp leapp = open()) {
            startable(leapp).forEach(id -> leapp.sessions().start(id, StartOptions.none()));
        }
    }

    static List<SessionId> startable(Leapp leapp) {
        return leapp.sessions().list().stream()
                .map(SessionView::session)
                .filter(session -> session.type().accessMethod().equals("localstack"))
                .map(session -> session.id())
                .toList();
    }

    @Override
    public void close() {
        try (Stream<Path> tree = Files.walk(directory)) {
            for (Path path : tree.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The throw-away home " + directory + " can't be removed", e);
        }
    }

    private void write(String document) throws IOException {
        Path folder = Files.createDirectories(directory.resolve(".Leapp"));
        byte[] sealed = DesktopAppFile.seal(document, MACHINE_ID, new SecureRandom());
        Files.write(folder.resolve("Leapp-lock.json"), sealed);
    }
}
