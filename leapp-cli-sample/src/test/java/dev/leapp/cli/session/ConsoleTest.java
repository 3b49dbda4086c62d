package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConsoleTest {

    @TempDir
    Path home;

    private final ExecutorService background = Executors.newSingleThreadExecutor();
    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops").withSignIn();
    }

    @AfterEach
    void close() {
        cli.close();
        background.shutdownNow();
    }

    @Test
    void theAddressIsPrintedWhenAsked() {
        String address = cli.ok("session", "console", "ops", "--service", "s3", "--print");

        assertThat(address)
                .matches(
                        "http://127\\.0\\.0\\.1:\\d+/federation\\?Action=login&Issuer=leapp&Destination="
                                + "https%3A%2F%2Fconsole\\.aws\\.amazon\\.com%2Fs3%2Fhome%3Fregion%3Deu-west-1&SigninToken=\\S+\n");
        assertThat(cli.ok("session", "console", "ops", "-p", "--output", "json"))
                .contains("\"session\": \"ops\"", "\"url\": \"http://127.0.0.1:");
        assertThat(cli.ok("session", "open-web-console", "--sessionId", "ops", "-p"))
                .contains("SigninToken=");
    }

    @Test
    void theBrowserIsLedToTheConsoleByAnAddressThatIsGoodOnce() throws Exception {
        Path seen = home.resolve("seen");
        Path answer = fifo("answer");
        Path browser = script("printf '%s\\n' \"$@\" > " + seen, fetch(answer));
        Future<String> answered = background.submit(() -> Files.readString(answer));

        TestCli.Run run = cli.run("session", "console", "ops", "--browser", browser + " --as {session} {url}");

        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("console of session ops opened in the browser\n");
        assertThat(Files.readString(seen))
                .startsWith("--as\nops\nhttp://127.0.0.1:")
                .doesNotContain("SigninToken");
        assertThat(answered.get(30, TimeUnit.SECONDS))
                .contains("HTTP/1.1 303", "/federation?Action=login&Issuer=leapp", "SigninToken=");
    }

    @Test
    void aBrowserThatFailsIsTold() throws IOException {
        TestCli.Run run = cli.run(
                "session", "console", "ops", "--browser", script("exit 3").toString());

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("failed with exit code 3", "--print prints the address instead");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void withoutABrowserThereIsAWayOut() {
        TestCli.Run run = cli.run("session", "console", "ops");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("There is no browser to open here", "--print");
    }

    @Test
    void aDurationIsReadAsPeopleWriteIt() {
        assertThat(cli.ok("session", "console", "ops", "-p", "--duration", "1h30m"))
                .contains("SigninToken=");
        TestCli.Run wrong = cli.run("session", "console", "ops", "-p", "--duration", "soon");
        TestCli.Run tooLong = cli.run("session", "console", "ops", "-p", "--duration", "13h");

        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("15m");
        assertThat(tooLong.code()).isEqualTo(2);
        assertThat(tooLong.err()).contains("15 minutes to 12 hours");
    }

    private Path fifo(String name) throws IOException, InterruptedException {
        Path fifo = home.resolve(name);
        assertThat(new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor())
                .isZero();
        return fifo;
    }

    private Path script(String... lines) throws IOException {
        Path script = home.resolve("browser");
        Files.writeString(script, "#!/bin/bash\n" + String.join("\n", lines) + "\n");
        return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
    }

    private static String fetch(Path into) {
        return String.join(
                "\n",
                "url=${@: -1}; rest=${url#http://}; host=${rest%%/*}",
                "exec 3<>/dev/tcp/${host%:*}/${host#*:}",
                "printf 'GET /%s HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' \"${rest#*/}\" \"$host\" >&3",
                "cat <&3 > " + into);
    }
}
