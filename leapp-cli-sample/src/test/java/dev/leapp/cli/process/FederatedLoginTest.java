package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.Tmux;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsCall;
import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** A real identity provider (Keycloak), a real browser, and somebody who types into its window. */
@Timeout(300)
class FederatedLoginTest {

    private static final String ROLE = "arn:aws:iam::111122223333:role/R";
    /** Whose the role is; what has no role belongs to moto's own account. */
    private static final String ACCOUNT = "\"111122223333\"";

    private static final String ADMIN = "arn:aws:iam::444455556666:role/Admin";
    private static final List<String> BROWSERS = List.of("chromium", "google-chrome", "microsoft-edge");

    @TempDir
    static Path shared;

    private static Keycloak keycloak;
    private static Display display;

    @TempDir
    Path directory;

    private Home home;

    @BeforeAll
    static void startProvider() throws IOException, InterruptedException {
        Components.require(
                "a browser",
                BROWSERS.stream().anyMatch(each -> Components.onPath(each).isPresent()),
                "install one (Debian: chromium)");
        Display.require();
        Programs.require("tmux", "install the package tmux");
        keycloak = Keycloak.start(shared);
        display = Display.open();
    }

    @AfterAll
    static void stopProvider() {
        if (display != null) {
            display.close();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @BeforeEach
    void makeHome() {
        home = Home.in(directory.resolve("home"));
        if (System.getProperty("user.name").equals("root")) {
            home.env("LEAPP_BROWSER_SANDBOX", "off");
        }
    }

    @AfterEach
    void nothingIsLeftRunning() {
        assertThat(browsers()).as("browsers left running").isEmpty();
    }

    @Test
    void aliceLogsInOnceAndAwsWorksAgainWithoutAWindow() throws Exception {
        MotoServer.require();
        AwsCli.require();
        try (MotoServer moto = MotoServer.free(directory)) {
            home.endpoint(moto.endpoint().toString());
            AwsCli aws = AwsCli.on(home, moto.endpoint());
            add("corp");

            try (Tmux terminal = start("corp")) {
                display.fillIn("Sign in to aws", "alice\talice\n");
                terminal.await("exit code 0");
            }
            assertThat(aws.callerIdentity("corp").ok()).contains(ACCOUNT);

            home.leapp("session", "stop", "corp").ok();
            assertThat(aws.callerIdentity("corp").code()).isNotZero();

            home.without("DISPLAY")
                    .leapp("session", "start", "corp", "--non-interactive")
                    .ok();
            assertThat(aws.callerIdentity("corp").ok()).contains(ACCOUNT);
        }
    }

    @Test
    void bobIsAskedWhichOfHisTwoRolesAndTheAssertionIsNowhere() throws Exception {
        try (LocalSts sts = LocalSts.builder().start()) {
            sts.acceptAssertions(assertion -> true, "bob");
            home.endpoint(sts.endpoint().toString());
            add("corp");
            String screen;

            try (Tmux terminal = start("corp")) {
                display.fillIn("Sign in to aws", "bob\tbob\n");
                terminal.await("Role of session corp");
                screen = terminal.await("type to filter");
                terminal.type("Admin");
                screen += terminal.await("exit code 0");
            }

            assertThat(screen).contains(ROLE).contains(ADMIN);
            StsCall call = sts.calls("AssumeRoleWithSAML").get(0);
            assertThat(call.parameter("RoleArn")).contains(ADMIN);
            assertThat(call.parameter("DurationSeconds")).contains("28800");
            Canary canary = new Canary().add("assertion", part(call));
            assertThat(canary.in(screen)).isEmpty();
            assertThat(files())
                    .hasSizeGreaterThan(10)
                    .allSatisfy(file -> assertThat(canary.in(text(file))).isEmpty());
        }
    }

    @Test
    void withNobodyThereTheCommandToRunIsNamed() {
        add("corp");

        Finished finished = home.leapp("session", "start", "corp", "--non-interactive");

        assertThat(finished.code()).as("%s", finished).isNotZero();
        assertThat(finished.err())
                .contains("needs a login at its identity provider 127.0.0.1")
                .contains("leapp session start corp");
    }

    @Test
    void leappThatIsKilledTakesItsWindowAlong() throws Exception {
        add("corp");
        try (Tmux terminal = start("corp")) {
            display.type("Sign in to aws");

            ProcessHandle leapp = browsers().stream()
                    .flatMap(browser -> browser.parent().stream())
                    .filter(parent -> parent.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow();
            leapp.destroyForcibly();
            terminal.await("exit code 137");
        }
        while (!browsers().isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(home.leapp("session", "list").ok()).contains("corp");
    }

    private List<ProcessHandle> browsers() {
        return ProcessHandle.allProcesses()
                .filter(each -> each.info().commandLine().orElse("").contains("--user-data-dir=" + home.leapp()))
                .toList();
    }

    private void add(String name) {
        home.leapp(
                        "session",
                        "add",
                        "--type",
                        "aws-iam-role-federated",
                        "--name",
                        name,
                        "--region",
                        "eu-west-1",
                        "--profile",
                        name,
                        "--idp-url",
                        keycloak.idpUrl())
                .ok();
    }

    private Tmux start(String name) throws IOException, InterruptedException {
        home.env("DISPLAY", display.name()).env("NO_COLOR", "1");
        return new Tmux(directory, home.environment(), home.command("session", "start", name));
    }

    /** A part of the signature's neighbourhood: long enough to be nowhere by chance. */
    private static String part(StsCall call) {
        String assertion = call.parameter("SAMLAssertion").orElseThrow();
        return assertion.substring(assertion.length() / 2, assertion.length() / 2 + 60);
    }

    private List<Path> files() throws IOException {
        try (Stream<Path> found = Files.walk(home.user())) {
            return found.filter(Files::isRegularFile).toList();
        }
    }

    private static String text(Path file) {
        try {
            return Files.readString(file, StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
