package dev.leapp.cli.secretstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreCommandsTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void useFileChoosesTheEncryptedFileWithAKeyFile() {
        Path key = home.resolve("leapp.key");
        cli.opening(cli::openWithItsOwnStores);

        assertThat(cli.ok("secret-store", "use", "file", "--key-file", key.toString()))
                .isEqualTo("long-term secrets now lie in the encrypted file, opened by " + key + "\n");
        assertThat(key).exists();
        assertThat(cli.ok("secret-store", "show"))
                .isEqualTo("Secret store  file\nKey file      " + key + "\nWorks         yes\n");
        assertThat(cli.ok("workspace", "show")).contains("Secret store            file\n");
        cli.withSession("ops", "ops");
        assertThat(cli.ok("session", "start", "ops")).startsWith("session ops started");
    }

    @Test
    void useFileAsksForAPassphraseWithoutEcho() {
        cli.opening(cli::openWithItsOwnStores);

        TestCli.Run run = cli.typing("correct horse", "correct horse").run("secret-store", "use", "file");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(cli.hiddenAnswers()).isPositive();
        assertThat(run.out() + run.err()).doesNotContain("correct horse");
    }

    @Test
    void showTellsProgramsWhetherItWorks() {
        cli.opening(cli::openWithItsOwnStores)
                .env("LEAPP_PASSPHRASE", "correct horse")
                .ok("secret-store", "use", "file");

        assertThat(cli.ok("secret-store", "show", "--output", "json"))
                .contains("\"chosen\": \"file\"", "\"available\": true");
    }

    @Test
    void useRefusesOtherStores() {
        assertThat(cli.run("secret-store", "use", "paper").err()).contains("There is no secret store 'paper'");
        assertThat(cli.run("secret-store", "use", "keychain", "--key-file", "x").code())
                .isEqualTo(2);
        assertThat(cli.run("secret-store", "use").code()).isEqualTo(2);
    }

    @Test
    void withoutAnyStoreAddingIsRefusedWithTheCommandsThatHelp() {
        TestCli.Run run = cli.opening(cli::openWithItsOwnStores)
                .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
                .run(
                        "session",
                        "add",
                        "--type",
                        "aws-iam-user",
                        "--name",
                        "ops",
                        "--access-key-id",
                        TestCli.KEY_ID,
                        "--secret-access-key",
                        TestCli.SECRET_KEY);

        assertThat(run.code()).isEqualTo(9);
        assertThat(run.err()).contains("leapp secret-store use file");
    }
}
