package dev.leapp.testkit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.port.Environment;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/**
 * A session bus and a gnome-keyring of their own, in an empty home directory: nothing of the user's is seen. The bus starts no
 * programs by itself, so that a keyring that isn't there stays away.
 */
public final class PrivateKeyring implements AutoCloseable {

    private static final String BUS_CONFIGURATION = """
            <!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
              "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
            <busconfig>
              <type>session</type>
              <listen>unix:path=%s</listen>
              <auth>EXTERNAL</auth>
              <policy context="default">
                <allow send_destination="*" eavesdrop="true"/>
                <allow eavesdrop="true"/>
                <allow own="*"/>
              </policy>
            </busconfig>
            """;

    private final Path directory;
    private final List<Process> children = new ArrayList<>();

    private PrivateKeyring(Path directory, Process bus) {
        this.directory = directory;
        this.children.add(bus);
    }

    public static void requirePrograms() {
        for (String program : List.of("dbus-daemon", "dbus-send", "gnome-keyring-daemon", "secret-tool")) {
            Components.require(
                    program,
                    Components.onPath(program).isPresent(),
                    "install dbus, gnome-keyring and libsecret-tools to test the Linux keychain");
        }
    }

    /** Starts a bus without a keyring. */
    static PrivateKeyring bus(Path directory) throws IOException {
        Files.createDirectories(directory.resolve("home/.local/share/keyrings"));
        Path configuration =
                Files.writeString(directory.resolve("bus.conf"), BUS_CONFIGURATION.formatted(directory.resolve("bus")));
        Process bus = new ProcessBuilder(
                        "dbus-daemon", "--nofork", "--nopidfile", "--print-address=1", "--config-file=" + configuration)
                .redirectError(directory.resolve("bus.err").toFile())
                .start();
        PrivateKeyring keyring = new PrivateKeyring(directory, bus);
        // The address is printed once the bus listens.
        assertThat(bus.inputReader(StandardCharsets.UTF_8).readLine()).startsWith("unix:path=");
        return keyring;
    }

    /** Starts a bus and an unlocked keyring. */
    public static PrivateKeyring unlocked(Path directory) throws IOException {
        PrivateKeyring keyring = bus(directory);
        keyring.unlockAnother();
        return keyring;
    }

    /** Starts a bus and a keyring that nobody ever unlocked: it has no collection. */
    static PrivateKeyring neverUnlocked(Path directory) throws IOException {
        PrivateKeyring keyring = bus(directory);
        keyring.startDaemon();
        keyring.awaitService();
        return keyring;
    }

    /** Starts a keyring, with what an earlier one kept, and unlocks it. */
    void unlockAnother() throws IOException {
        Process daemon = startDaemon("--unlock");
        daemon.getOutputStream().write("password of the keyring".getBytes(StandardCharsets.UTF_8));
        daemon.getOutputStream().close();
        awaitService();
    }

    private Process startDaemon(String... more) throws IOException {
        List<String> command = new ArrayList<>(List.of("gnome-keyring-daemon", "--foreground", "--components=secrets"));
        command.addAll(List.of(more));
        Process daemon = process(command)
                .redirectOutput(directory.resolve("keyring.out").toFile())
                .redirectError(directory.resolve("keyring.err").toFile())
                .start();
        children.add(daemon);
        return daemon;
    }

    void lock() {
        dbusSend(
                "org.freedesktop.secrets",
                "/org/freedesktop/secrets",
                "org.freedesktop.Secret.Service.Lock",
                "array:objpath:/org/freedesktop/secrets/collection/login");
    }

    /** The last program that was started: the keyring, or the bus if there is none. */
    Process daemon() {
        return children.get(children.size() - 1);
    }

    /** Stops a program where it stands, so that it answers nothing; closing ends it all the same. */
    static void freeze(Process process) throws IOException, InterruptedException {
        assertThat(new ProcessBuilder("kill", "-STOP", Long.toString(process.pid()))
                        .start()
                        .waitFor())
                .isZero();
    }

    Environment environment() {
        return Environment.of(Map.of("DBUS_SESSION_BUS_ADDRESS", address()));
    }

    public String address() {
        return "unix:path=" + directory.resolve("bus");
    }

    /** Runs a program against this bus, and returns what it printed. */
    String run(Optional<String> input, String... command) {
        try {
            Process process =
                    process(List.of(command)).redirectErrorStream(true).start();
            process.getOutputStream().write(input.orElse("").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().close();
            String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
            return output;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Fails if a thread of the D-Bus library goes on living: it would keep the process alive. */
    static void awaitNoThreadThatKeepsTheProcessAlive() throws InterruptedException {
        for (Thread thread : dbusThreads()) {
            thread.join(10_000);
        }
        assertThat(dbusThreads()).isEmpty();
    }

    private static Set<Thread> dbusThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> !thread.isDaemon() && thread.getName().startsWith("DBus"))
                .collect(Collectors.toSet());
    }

    private void awaitService() {
        // The reply comes when somebody owns the name, or says that nobody does.
        for (int attempt = 0; attempt < 400; attempt++) {
            String answer = dbusSend(
                    "org.freedesktop.DBus", "/", "org.freedesktop.DBus.NameHasOwner", "string:org.freedesktop.secrets");
            if (answer.contains("boolean true")) {
                return;
            }
        }
        throw new AssertionError("gnome-keyring-daemon did not come up; see " + directory.resolve("keyring.err"));
    }

    private String dbusSend(String destination, String object, String method, String argument) {
        return run(
                Optional.empty(),
                "dbus-send",
                "--bus=" + address(),
                "--print-reply",
                "--dest=" + destination,
                object,
                method,
                argument);
    }

    private ProcessBuilder process(List<String> command) {
        ProcessBuilder builder = new ProcessBuilder(command);
        Map<String, String> environment = new LinkedHashMap<>();
        environment.put("PATH", System.getenv("PATH"));
        environment.put("HOME", directory.resolve("home").toString());
        environment.put("XDG_RUNTIME_DIR", directory.toString());
        environment.put("DBUS_SESSION_BUS_ADDRESS", address());
        environment.put("LC_ALL", "C.UTF-8");
        builder.environment().clear();
        builder.environment().putAll(environment);
        return builder;
    }

    @Override
    public void close() {
        for (int i = children.size() - 1; i >= 0; i--) {
            Process child = children.get(i);
            child.destroyForcibly();
            child.onExit().join();
        }
    }
}
