package dev.leapp.integration.sso.internal.browser;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.integration.sso.Requests;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A real browser at an identity provider of our own; who types is a program, at a display that nobody sees. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "a browser can't be driven there yet")
@Timeout(value = 120, unit = TimeUnit.SECONDS)
class BrowserAssertionSourceTest {

    private static final String ASSERTION = "Y2FuYXJ5LW9mLXRoZS1hc3NlcnRpb24+Pj4/Pz8=";
    private static final Duration LONG = Duration.ofMinutes(2);

    @TempDir
    Path root;

    private final Clock clock = Clock.systemUTC();
    private final Onlooker user = new Onlooker();
    private FakeIdp idp;

    @BeforeAll
    static void requireBrowser() {
        Optional<BrowserProgram> browser = BrowserProgram.find(path());
        Components.require("a browser", browser.isPresent(), "install one (Debian: chromium)");
    }

    @BeforeEach
    void open() throws IOException {
        idp = FakeIdp.giving(ASSERTION);
        Files.createDirectories(root.resolve("home"));
    }

    @AfterEach
    void close() {
        idp.close();
        assertThat(idp.atRecipient()).as("requests that reached the recipient").isEmpty();
        assertThat(leftBehind()).as("browsers left running").isEmpty();
    }

    /** The browser's crash handlers are nobody's children, and follow it within a moment. */
    private List<String> leftBehind() {
        Instant patience = clock.instant().plusSeconds(10);
        List<String> left = browsers();
        while (!left.isEmpty() && clock.instant().isBefore(patience)) {
            Thread.onSpinWait();
            left = browsers();
        }
        return left;
    }

    @Test
    void whatTheProviderPostsIsTakenAndNotSent() {
        assertThat(get("/open", UserInteraction.nonInteractive())).isEqualTo(Secret.of(ASSERTION));
    }

    @Test
    void aFrameThatPostsIsWatchedToo() {
        assertThat(get("/framed", UserInteraction.nonInteractive())).isEqualTo(Secret.of(ASSERTION));
    }

    @Test
    void anAssertionOfTheGreatestLengthIsTakenWhole() throws IOException {
        idp.close();
        String longest = "QUJD".repeat(25_000);
        idp = FakeIdp.giving(longest);

        assertThat(get("/open", UserInteraction.nonInteractive())).isEqualTo(Secret.of(longest));
    }

    @Test
    void aLoginThatNobodyCanDoIsToldWithTheCommand() {
        CredentialException thrown = failure("/login", UserInteraction.nonInteractive());

        assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
        assertThat(thrown)
                .hasMessage("Session corp needs a login at its identity provider 127.0.0.1, and nobody can be asked");
        assertThat(thrown.hint().orElseThrow()).contains("leapp session start corp");
    }

    @Test
    void aLoginWithoutADisplayIsTold() {
        CredentialException thrown = failure("/login", user);

        assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
        assertThat(thrown).hasMessageContaining("there is no display");
    }

    @Test
    void theUserLogsInInAWindowAndNextTimeNoneIsNeeded() throws Exception {
        Display.require();
        try (Display display = Display.open()) {
            CompletableFuture<Secret> login = inBackground("/login", display);
            display.type("Log in", "type", "alice\n");

            assertThat(login.get(60, TimeUnit.SECONDS)).isEqualTo(Secret.of(ASSERTION));
        }
        assertThat(user.told).anyMatch(line -> line.equals("Log in at 127.0.0.1 in the window that opens"));

        assertThat(get("/login", UserInteraction.nonInteractive())).isEqualTo(Secret.of(ASSERTION));
        assertThat(idp.seen().get(idp.seen().size() - 1)).isEqualTo("GET known");
    }

    @Test
    void closingTheWindowCancels() throws Exception {
        Display.require();
        try (Display display = Display.open()) {
            CompletableFuture<Secret> login = inBackground("/login", display);
            display.type("Log in", "key", "ctrl+w");

            CredentialException thrown = (CredentialException) failureOf(login);
            assertThat(thrown.code()).isEqualTo(CoreErrorCode.CANCELLED);
            assertThat(thrown).hasMessageContaining("the window was closed");
        }
    }

    @Test
    void aWindowStaysNoLongerThanTheDeadline() throws Exception {
        Display.require();
        try (Display display = Display.open()) {
            AssertionSource source = source(Map.of("DISPLAY", display.name()));
            CredentialException thrown = catchThrowableOfType(
                    CredentialException.class,
                    () -> source.assertion(
                            Requests.of(idp.url("/login"), clock.instant().plusSeconds(6))
                                    .interaction(user)
                                    .build()));

            assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
            assertThat(thrown).hasMessageContaining("in time");
        }
    }

    @Test
    void anInterruptEndsTheBrowserAndAllItsChildren() throws Exception {
        CompletableFuture<Throwable> outcome = new CompletableFuture<>();
        Thread thread = new Thread(() -> {
            Throwable thrown = catchThrowable(() -> get("/silent", UserInteraction.nonInteractive()));
            assertThat(Thread.currentThread().isInterrupted()).isTrue();
            outcome.complete(thrown);
        });
        thread.start();
        while (browsers().size() <= 2) {
            Thread.onSpinWait();
        }

        thread.interrupt();

        assertThat(outcome.get(20, TimeUnit.SECONDS))
                .isInstanceOfSatisfying(
                        CredentialException.class,
                        thrown -> assertThat(thrown.code()).isEqualTo(CoreErrorCode.CANCELLED));
        assertThat(leftBehind()).isEmpty();
    }

    @Test
    void aLinkToTheRecipientIsNotFollowed() {
        assertThat(failure("/link", UserInteraction.nonInteractive()).code().trouble())
                .isEqualTo(Trouble.LOGIN_NEEDED);
    }

    @Test
    void aProviderThatCannotBeReachedIsToldAtOnce() {
        int port = idp.recipient().getPort();
        idp.close();

        CredentialException thrown = catchThrowableOfType(
                CredentialException.class,
                () -> get(URI.create("http://127.0.0.1:" + port + "/"), UserInteraction.nonInteractive(), Map.of()));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(thrown).hasMessageContaining("net::ERR_CONNECTION_REFUSED");
    }

    @Test
    void eachProviderHasADirectoryOfItsOwnForTheOwnerOnly() throws IOException {
        get("/open", UserInteraction.nonInteractive());
        get("/framed", UserInteraction.nonInteractive());

        try (Stream<Path> found = Files.walk(root.resolve("home/.Leapp"))) {
            assertThat(found.filter(Files::isDirectory))
                    .hasSizeGreaterThan(4)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rwx------"));
        }
        try (Stream<Path> found = Files.list(root.resolve("home/.Leapp/browser"))) {
            assertThat(found.filter(Files::isDirectory)).hasSize(2);
        }
        try (Stream<Path> found = Files.list(root.resolve("home/.Leapp/browser"))) {
            assertThat(found.filter(Files::isRegularFile))
                    .hasSize(2)
                    .allSatisfy(each -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(each)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void whyABrowserEndedIsToldThoughItSaysSoLast() throws IOException {
        Path program = Files.writeString(root.resolve("browser"), """
                #!/bin/sh
                exec 4>&-
                sleep 0.3
                echo 'Running as root without --no-sandbox is not supported' >&2
                exit 1
                """);
        program.toFile().setExecutable(true);

        CredentialException thrown = catchThrowableOfType(
                CredentialException.class,
                () -> get(
                        idp.url("/open"),
                        UserInteraction.nonInteractive(),
                        Map.of("LEAPP_BROWSER", program.toString())));

        assertThat(thrown.hint().orElseThrow()).contains("run leapp as an ordinary user");
    }

    @Test
    void aProgramThatIsNoBrowserIsTold() throws IOException {
        Path program = Files.writeString(root.resolve("browser"), "#!/bin/sh\necho 'Missing X server' >&2\nexit 1\n");
        program.toFile().setExecutable(true);

        CredentialException thrown = catchThrowableOfType(
                CredentialException.class,
                () -> get(
                        idp.url("/open"),
                        UserInteraction.nonInteractive(),
                        Map.of("LEAPP_BROWSER", program.toString())));

        assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
        assertThat(thrown).hasMessageContaining("lost its browser");
    }

    @Test
    void theAssertionIsInNoFileAndTheUrlInNoArgument() throws Exception {
        CompletableFuture<Secret> call = CompletableFuture.supplyAsync(() -> get("/open", user));
        List<String> arguments = new ArrayList<>();
        while (!call.isDone()) {
            arguments.addAll(browsers());
        }

        assertThat(call.get(1, TimeUnit.SECONDS)).isEqualTo(Secret.of(ASSERTION));
        assertThat(arguments).isNotEmpty().noneMatch(line -> line.contains("/open") || line.contains(ASSERTION));
        assertThat(arguments).noneMatch(line -> line.contains("--remote-debugging-port"));
        try (Stream<Path> files = Files.walk(root)) {
            assertThat(files.filter(Files::isRegularFile))
                    .hasSizeGreaterThan(10)
                    .noneMatch(file -> text(file).contains(ASSERTION.substring(0, 30)));
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private CompletableFuture<Secret> inBackground(String path, Display display) {
        return CompletableFuture.supplyAsync(() -> get(idp.url(path), user, Map.of("DISPLAY", display.name())));
    }

    private static Throwable failureOf(CompletableFuture<?> call) throws Exception {
        return call.handle((done, thrown) -> thrown.getCause()).get(60, TimeUnit.SECONDS);
    }

    private CredentialException failure(String path, UserInteraction interaction) {
        return catchThrowableOfType(CredentialException.class, () -> get(path, interaction));
    }

    private Secret get(String path, UserInteraction interaction) {
        return get(idp.url(path), interaction, Map.of());
    }

    private Secret get(URI url, UserInteraction interaction, Map<String, String> more) {
        return source(more)
                .assertion(Requests.of(url, clock.instant().plus(LONG))
                        .interaction(interaction)
                        .build());
    }

    private AssertionSource source(Map<String, String> more) {
        Map<String, String> environment = new HashMap<>();
        environment.put("PATH", path().get("PATH").orElse(""));
        environment.put("HOME", root.resolve("home").toString());
        if (System.getProperty("user.name").equals("root")) {
            environment.put("LEAPP_BROWSER_SANDBOX", "off");
        }
        environment.putAll(more);
        return new BrowserSourceFactory()
                .create(PluginContext.builder(root.resolve("home"))
                        .environment(Environment.of(environment))
                        .build());
    }

    private static Environment path() {
        return name -> Optional.ofNullable(System.getenv(name)).filter(value -> name.equals("PATH"));
    }

    /** Every process that has to do with a profile of this test. */
    private List<String> browsers() {
        return ProcessHandle.allProcesses()
                .map(each -> each.info().commandLine().orElse(""))
                .filter(line -> line.contains(root.toString()))
                .toList();
    }
}
