package dev.leapp.cli.secretstore;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretName;
import java.nio.file.Path;
import java.util.Set;
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
    void useNamesTheCommandThatMovesSecrets() {
        cli.opening(cli::openWithItsOwnStores).ok("secret-store", "use", "file", "--key-file", path("one"));
        cli.withSession("ops", "ops");

        TestCli.Run run = cli.run("secret-store", "use", "file", "--key-file", path("two"));

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.err())
                .contains(
                        "Secrets lie in ",
                        "hint: move them: leapp secret-store migrate file --key-file " + path("two"));
    }

    @Test
    void migrateGivesTheEncryptedFileAnotherKeyAndEverySessionStillStarts() {
        cli.opening(cli::openWithItsOwnStores).ok("secret-store", "use", "file", "--key-file", path("one"));
        cli.withSession("ops", "ops");

        assertThat(cli.ok("secret-store", "migrate", "file", "--key-file", path("two")))
                .isEqualTo("the encrypted file got another key: it is opened by " + path("two") + " now\n");
        assertThat(cli.ok("secret-store", "show")).contains("Key file      " + path("two"), "Works         yes");
        assertThat(cli.ok("session", "start", "ops")).startsWith("session ops started");
    }

    @Test
    void migrateToThePassphraseAsksForItTwiceWithoutEcho() {
        cli.opening(cli::openWithItsOwnStores).ok("secret-store", "use", "file", "--key-file", path("one"));
        cli.withSession("ops", "ops");

        TestCli.Run run = cli.typing("correct horse", "correct horse").run("secret-store", "migrate", "file");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out()).isEqualTo("the encrypted file got another key: it is opened by a passphrase now\n");
        assertThat(cli.hiddenAnswers()).isEqualTo(2);
        assertThat(run.out() + run.err()).doesNotContain("correct horse");
    }

    @Test
    void migrateTellsWhatMovedAndWhichCopiesWereKept() {
        moving(SecretMigration.builder("file")
                .from("keychain")
                .moved(Set.of(new SecretName("a"), new SecretName("b")))
                .copiesKept("the desktop app uses them")
                .build());

        assertThat(cli.ok("secret-store", "migrate", "file", "--key-file", path("key")))
                .isEqualTo("moved 2 secrets from the keychain to the encrypted file, opened by " + path("key")
                        + "\nthe copies in the keychain were kept: the desktop app uses them\n");
        assertThat(cli.ok("secret-store", "migrate", "file", "--output", "json"))
                .contains(
                        "\"from\": \"keychain\"",
                        "\"to\": \"file\"",
                        "\"keyFile\": null",
                        "\"moved\": 2",
                        "\"leftoversDeleted\": 0",
                        "\"copiesKept\": \"the desktop app uses them\"");
    }

    @Test
    void migrateTellsWhatItCompleted() {
        moving(SecretMigration.builder("keychain").leftoversDeleted(1).build());

        assertThat(cli.ok("secret-store", "migrate", "keychain")).isEqualTo("""
                        deleted 1 secret that an interrupted migration had left in the old store
                        nothing to move: long-term secrets lie in the keychain
                        """);
    }

    @Test
    void migrateRefusesOtherStores() {
        assertThat(cli.run("secret-store", "migrate", "paper").err()).contains("There is no secret store 'paper'");
        assertThat(cli.run("secret-store", "migrate", "keychain", "--key-file", "x")
                        .code())
                .isEqualTo(2);
        assertThat(cli.run("secret-store", "migrate").code()).isEqualTo(2);
        assertThat(cli.run("secret-store", "migrate", "file").err()).contains("brought its own secret store");
    }

    private String path(String keyFile) {
        return home.resolve(keyFile).toString();
    }

    private void moving(SecretMigration result) {
        cli.opening(around -> new MovedStores(cli.open(around), result));
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
