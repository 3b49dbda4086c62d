package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.cli.io.Echo;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.run.Engine;
import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import dev.leapp.testkit.cloud.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** The whole command in this process: a real Leapp in a throw-away home, the STS of the testkit, streams in memory. */
public final class TestCli implements AutoCloseable {

    /** A long-term key that the STS knows. */
    public static final String KEY_ID = "AKIAIOSFODNN7EXAMPLE";

    /** The secret of that key. */
    public static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    /** When everything happens. */
    public static final Instant NOW = Instant.parse("2026-03-01T08:00:00Z");

    private final Path home;
    private final SecretStore secrets = new KeptStore(SecretStore.inMemory());
    private final AtomicInteger hidden = new AtomicInteger();
    private final Map<String, String> environment = new HashMap<>();
    private Engine.Opener opener = this::open;
    private Io.Tty tty = Io.Tty.NONE;
    private int width = 80;
    private String typed = "";

    /** What runs in place of other programs. */
    public final RecordedPrograms programs = new RecordedPrograms(environment);

    final TestClock clock = new TestClock(NOW);
    final LocalSts sts = LocalSts.builder()
            .user(new StsUser("ops", KEY_ID, SECRET_KEY))
            .clock(clock)
            .start();

    /** What a run left behind. */
    public record Run(int code, String out, String err) {}

    public TestCli(Path home) {
        this.home = home;
        environment.put("LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef");
        environment.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
    }

    /** Everything is a terminal from now on, and this is typed in the next run. */
    public TestCli typing(String... lines) {
        tty = new Io.Tty(true, true, true);
        typed = String.join("\n", lines) + (lines.length == 0 ? "" : "\n");
        return this;
    }

    /** Standard output and error are a terminal of that width from now on. */
    public TestCli terminal(int columns) {
        width = columns;
        return typing();
    }

    /** Nothing is a terminal from now on, and this comes from standard input in the next run. */
    public TestCli piping(String input) {
        tty = Io.Tty.NONE;
        typed = input;
        return this;
    }

    public TestCli env(String name, String value) {
        environment.put(name, value);
        return this;
    }

    public TestCli opening(Engine.Opener other) {
        opener = other;
        return this;
    }

    /** Lets time go by. */
    public TestCli later(Duration time) {
        clock.advance(time);
        return this;
    }

    /** Makes one more access key work. */
    public TestCli knowing(String user, String keyId, String secretKey) {
        sts.addUser(new StsUser(user, keyId, secretKey));
        return this;
    }

    /** Makes the console's sign-in known, too. */
    public TestCli withSignIn() {
        return env("AWS_ENDPOINT_URL_SIGNIN", sts.endpoint().toString());
    }

    /** Makes an MFA device known to the STS. */
    public TestCli accept(String device, String code) {
        sts.acceptMfaCodes(device, code);
        return this;
    }

    /** It is now, for programs that look at a clock themselves. */
    public TestCli atPresent() {
        clock.set(TestClock.atPresent().instant());
        return this;
    }

    /** Returns where the STS listens. */
    public URI sts() {
        return sts.endpoint();
    }

    /** How often the echo was switched off. */
    public int hiddenAnswers() {
        return hidden.get();
    }

    public Path home() {
        return home;
    }

    public Run run(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = new Cli(io(out, err), clock, opener, programs).run(args);
        return new Run(code, out.toString(UTF_8), err.toString(UTF_8));
    }

    /** Begins a command that goes on until it is interrupted. */
    public Running begin(String... args) {
        return new Running((out, err) -> new Cli(io(out, err), clock, opener, programs).run(args));
    }

    /** Runs a command that must succeed without a word on standard error, and returns what it printed. */
    public String ok(String... args) {
        Run run = run(args);
        if (run.code() != 0) {
            throw new AssertionError("exit code " + run.code() + ": " + run.err());
        }
        return run.out();
    }

    /** Adds a session for the key that the STS knows. */
    public TestCli withSession(String name, String profile) {
        ok(
                "session",
                "add",
                "--type",
                "aws-iam-user",
                "--name",
                name,
                "--region",
                "eu-west-1",
                "--profile",
                profile,
                "--access-key-id",
                KEY_ID,
                "--secret-access-key",
                SECRET_KEY);
        return this;
    }

    public Engine open(Engine.Surroundings around) {
        return new LeappEngine(builder(around).secretStore(secrets).build());
    }

    /** As a user's: the secret stores that Leapp itself brings. */
    public Engine openWithItsOwnStores(Engine.Surroundings around) {
        return new LeappEngine(builder(around).build());
    }

    private Leapp.Builder builder(Engine.Surroundings around) {
        return Leapp.builder()
                .home(around.home())
                .environment(Environment.of(around.environment()))
                .interaction(around.interaction())
                .ignoreDesktopApp(around.ignoreDesktopApp())
                .clock(clock);
    }

    private Io io(OutputStream out, OutputStream err) {
        Echo echo = () -> {
            hidden.incrementAndGet();
            return () -> {};
        };
        return new Io(
                new ByteArrayInputStream(typed.getBytes(UTF_8)),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                environment,
                home,
                tty,
                UTF_8,
                () -> width,
                echo);
    }

    @Override
    public void close() {
        sts.close();
    }

    /** A store that outlives each opened Leapp. */
    private record KeptStore(SecretStore kept) implements SecretStore {

        @Override
        public String id() {
            return kept.id();
        }

        @Override
        public Availability probe() {
            return kept.probe();
        }

        @Override
        public Optional<Secret> get(SecretName name) {
            return kept.get(name);
        }

        @Override
        public void put(SecretName name, Secret value) {
            kept.put(name, value);
        }

        @Override
        public void delete(SecretName name) {
            kept.delete(name);
        }

        @Override
        public void close() {
            // Kept for the next command.
        }
    }
}
