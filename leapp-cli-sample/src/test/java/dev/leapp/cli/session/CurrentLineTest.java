package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code leapp session current} with fields in braces, as prompts use it. */
class CurrentLineTest {

    private static final String LINE = "{name} {region} {expires}";

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops").withSession("dev", "dev");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void showsALineForEachActiveSession() {
        cli.ok("session", "start", "ops");
        cli.ok("session", "start", "dev");

        assertThat(line(LINE)).isEqualTo("ops eu-west-1 10h\ndev eu-west-1 10h\n");
        assertThat(cli.ok("session", "current", "-p", "dev", "--format", LINE)).isEqualTo("dev eu-west-1 10h\n");
        assertThat(cli.ok("session", "current", "-r", "azure", "--if-any", "--format", LINE))
                .isEmpty();
    }

    @Test
    void aLeaseEndsBeforeTheCredentialsDo() {
        cli.ok("session", "start", "ops", "--for", "15m");

        assertThat(line(LINE)).isEqualTo("ops eu-west-1 15m\n");
    }

    @Test
    void hasTheFieldsOfASession() {
        String arn = "arn:aws:iam::123456789012:mfa/ops";
        cli.ok("session", "edit", "ops", "--mfa-device", arn, "--tag", "env=prod", "--tag", "audited");
        cli.accept(arn, "123456").typing("123456").run("session", "start", "ops");

        assertThat(line("{alias}|{profile}|{type}|{cloud}|{account}|{role}|{status}|{tags}|{tag:env}|{tag:none}|{{x}}"))
                .isEqualTo("ops|ops|aws-iam-user|aws|123456789012||active|env=prod, audited|prod||{x}\n");
    }

    @Test
    void noneIsNothingWhereThatIsFine() {
        TestCli.Run none = cli.run("session", "current", "--format", LINE);

        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).startsWith("leapp: No session is active\n");
        assertThat(line(LINE)).isEmpty();
        assertThat(cli.ok("session", "current", "--if-any")).isEmpty();
    }

    @Test
    void anUnknownFieldNamesTheFields() {
        TestCli.Run run = cli.run("session", "current", "--if-any", "--format", "{nmae}");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .startsWith("leapp: There is no field {nmae}\n  hint: there are name, id, alias, profile,");
        assertThat(cli.run("session", "current", "--format", "{name").code()).isEqualTo(2);
    }

    @Test
    void anExpiredSessionSaysSo() {
        cli.ok("session", "start", "ops");
        cli.later(Duration.ofHours(9).plusMinutes(17));
        assertThat(line(LINE)).isEqualTo("ops eu-west-1 43m\n");

        cli.later(Duration.ofHours(1));

        assertThat(line(LINE + " {status}")).isEqualTo("ops eu-west-1 expired expired\n");
    }

    @Test
    void inAShellOfExecItIsThatShellsSession() {
        cli.ok("session", "start", "ops");
        cli.env("LEAPP_SESSION", "dev").env("AWS_CREDENTIAL_EXPIRATION", "2026-03-01T08:15:00Z");

        assertThat(line(LINE)).isEqualTo("dev eu-west-1 15m\n");
        assertThat(cli.ok("session", "current", "-p", "ops", "--format", LINE)).isEqualTo("ops eu-west-1 10h\n");
    }

    @Test
    void aWorkspaceThatOnlyAPassphraseOpensIsNotAskedFor() {
        cli.ok("session", "start", "ops");
        cli.env("LEAPP_WORKSPACE_PASSPHRASE", "correct horse battery staple")
                .ok("workspace", "key", "add", "passphrase");
        String machine =
                cli.ok("workspace", "key", "list", "--filter", "kind=machine", "--columns", "id", "--no-header");
        cli.ok("workspace", "key", "remove", machine.strip(), "--force");

        assertThat(line(LINE)).isEmpty();
        TestCli.Run locked = cli.run("session", "current", "--format", LINE);
        assertThat(locked.code()).isEqualTo(5);
        assertThat(locked.err()).contains("opens only with its passphrase or the keychain");
    }

    private String line(String format) {
        return cli.piping("").ok("session", "current", "--if-any", "--format", format);
    }
}
