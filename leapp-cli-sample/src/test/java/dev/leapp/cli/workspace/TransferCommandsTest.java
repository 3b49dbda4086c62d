package dev.leapp.cli.workspace;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.cli.run.Engine;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.handover.Handovers;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ExportSummary;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code leapp workspace export} and {@code leapp workspace import}. */
class TransferCommandsTest {

    private static final String VARIABLE = "LEAPP_EXPORT_PASSPHRASE";
    private static final String PASSPHRASE = "correct horse battery staple";

    @TempDir
    Path home;

    @TempDir
    Path otherHome;

    @TempDir
    Path directory;

    private TestCli old;
    private TestCli fresh;
    private String bundle = "";

    @BeforeEach
    void open() {
        old = new TestCli(home).env(VARIABLE, PASSPHRASE).withSession("ops", "ops");
        fresh = new TestCli(otherHome).env(VARIABLE, PASSPHRASE);
        bundle = directory.resolve("team.leapp").toString();
    }

    @AfterEach
    void close() {
        old.close();
        fresh.close();
    }

    @Test
    void anExportedSessionStartsOnAnotherMachine() {
        assertThat(old.ok("workspace", "export", bundle, "--with-secrets"))
                .isEqualTo("1 session exported to " + bundle + ", with 2 secrets\n");

        TestCli.Run run = fresh.run("workspace", "import", bundle);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).isEmpty();
        assertThat(run.out()).isEqualTo("""
                Kind     Name     Action     Why
                profile  default  unchanged
                profile  ops      add
                session  ops      add
                2 added, 1 unchanged
                """);
        assertThat(fresh.ok("session", "start", "ops")).startsWith("session ops started on profile ops");
        assertThat(fresh.ok("workspace", "import", bundle)).endsWith("\n3 unchanged\n");
    }

    @Test
    void withoutSecretsAnExportSaysSoAndSoDoesTheImport() {
        assertThat(old.ok("workspace", "export", bundle))
                .isEqualTo("1 session exported to " + bundle + ", without secrets\n");

        TestCli.Run run = fresh.run("workspace", "import", bundle);

        assertThat(run.out()).contains("session  ops      add        without its secrets\n");
        assertThat(run.err())
                .isEqualTo(
                        "leapp: these sessions come without their secrets; 'leapp session edit NAME' takes them: ops\n");
    }

    @Test
    void aFileThatIsThereIsReplacedOnlyWithForce() {
        old.ok("workspace", "export", bundle);

        TestCli.Run refused = old.run("workspace", "export", bundle);
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err())
                .isEqualTo("leapp: The file " + bundle + " is there already; nothing was exported\n"
                        + "  hint: name another file, or replace it with --force\n");
        assertThat(old.ok("workspace", "export", bundle, "--force", "--output", "json"))
                .contains("\"file\": \"" + bundle + "\"", "\"sessions\": 1", "\"secrets\": 0");
    }

    @Test
    void onATerminalThePassphraseIsTypedTwiceAndHidden() {
        old.env(VARIABLE, "");
        TestCli.Run differs = old.typing("one", "two").run("workspace", "export", bundle);
        assertThat(differs.code()).isEqualTo(2);
        assertThat(differs.err()).contains("The two passphrases differ; nothing was exported");
        assertThat(Path.of(bundle)).doesNotExist();

        int before = old.hiddenAnswers();
        TestCli.Run run = old.typing(PASSPHRASE, PASSPHRASE).run("workspace", "export", bundle);
        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("New passphrase for " + bundle + ": ", "The same passphrase again: ");
        assertThat(run.out() + run.err()).doesNotContain(PASSPHRASE);
        assertThat(old.hiddenAnswers() - before).isEqualTo(2);

        TestCli.Run imported = fresh.env(VARIABLE, "").typing(PASSPHRASE, "y").run("workspace", "import", bundle);
        assertThat(imported.code()).as(imported.err()).isZero();
        assertThat(fresh.hiddenAnswers()).isEqualTo(1);
    }

    @Test
    void thePassphraseMayComeFromStandardInput() {
        old.env(VARIABLE, "").piping(PASSPHRASE + "\n").ok("workspace", "export", bundle, "--passphrase-stdin");

        fresh.env(VARIABLE, "").piping(PASSPHRASE + "\n").ok("workspace", "import", bundle, "--passphrase-stdin");

        TestCli.Run none = fresh.piping("").run("workspace", "import", bundle, "--passphrase-stdin");
        assertThat(none.code()).isEqualTo(2);
        TestCli.Run nobody = fresh.piping("").run("workspace", "import", bundle);
        assertThat(nobody.code()).isEqualTo(5);
        assertThat(nobody.err()).contains("--passphrase-stdin", VARIABLE);
    }

    @Test
    void whatIsWrongWithABundleIsToldWithItsExitCode() throws IOException {
        old.ok("workspace", "export", bundle);
        TestCli.Run wrong = fresh.env(VARIABLE, "wrong").run("workspace", "import", bundle);
        assertThat(wrong.code()).isEqualTo(5);
        assertThat(wrong.err()).startsWith("leapp: The passphrase does not open the bundle " + bundle + "\n");

        byte[] bytes = Files.readAllBytes(Path.of(bundle));
        bytes[bytes.length / 2] ^= 1;
        Files.write(Path.of(bundle), bytes);
        TestCli.Run damaged = fresh.run("workspace", "import", bundle);
        assertThat(damaged.code()).isEqualTo(8);
        assertThat(damaged.err()).startsWith("leapp: The bundle " + bundle + " is damaged: ");

        Files.writeString(Path.of(bundle), "[ops]\nregion = x\n");
        TestCli.Run none = fresh.run("workspace", "import", bundle);
        assertThat(none.code()).isEqualTo(8);
        assertThat(none.err()).startsWith("leapp: " + bundle + " is no bundle");

        assertThat(fresh.run("workspace", "import", bundle + "x").code()).isEqualTo(3);
        assertThat(fresh.run("workspace", "import").code()).isEqualTo(2);
        assertThat(fresh.run("workspace", "import", bundle, "--from", "aws").code())
                .isEqualTo(2);
        assertThat(fresh.run("workspace", "import", "--from", "nope").code()).isEqualTo(3);
        assertThat(fresh.ok("session", "list", "--output", "json")).isEqualTo("[]\n");
    }

    @Test
    void aDryRunChangesNothing() {
        old.ok("workspace", "export", bundle, "--with-secrets");

        assertThat(fresh.ok("workspace", "import", bundle, "--dry-run")).endsWith("\n2 to add, 1 unchanged\n");

        assertThat(otherHome.resolve(".Leapp")).doesNotExist();
    }

    @Test
    void onATerminalThePlanIsShownAndAgreedTo() {
        old.ok("workspace", "export", bundle, "--with-secrets");

        TestCli.Run refused = fresh.typing("n").run("workspace", "import", bundle);
        assertThat(refused.code()).isEqualTo(130);
        assertThat(refused.out()).contains("session", "ops", "add");
        assertThat(refused.err()).contains("Import this (2 to add, 1 unchanged)? (y/N): ", "Nothing was imported");
        assertThat(otherHome.resolve(".Leapp")).doesNotExist();

        TestCli.Run agreed = fresh.typing("y").run("workspace", "import", bundle);
        assertThat(agreed.code()).as(agreed.err()).isZero();
        assertThat(agreed.out()).endsWith("\n2 added, 1 unchanged\n");
    }

    @Test
    void whatWouldBeReplacedNeedsForceWhereNobodyCanBeAsked() {
        old.ok("workspace", "export", bundle, "--with-secrets");
        fresh.ok("workspace", "import", bundle);
        fresh.ok("session", "edit", "ops", "--region", "eu-central-1", "--mfa-device", "arn:aws:iam::1:mfa/x");

        assertThat(fresh.ok("workspace", "import", bundle))
                .contains("session  ops      conflict   region: eu-central-1 -> eu-west-1; mfaDevice: arn:")
                .endsWith("\n2 unchanged, 1 in conflict\n");
        TestCli.Run refused = fresh.run("workspace", "import", bundle, "--on-conflict", "replace");
        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.out()).isEmpty();
        assertThat(refused.err()).startsWith("leapp: 1 definition would be replaced; nothing was imported\n");

        assertThat(fresh.ok("workspace", "import", bundle, "--on-conflict", "replace", "--force"))
                .endsWith("\n1 replaced, 2 unchanged\n");
        assertThat(fresh.ok("session", "list", "--no-header")).contains("eu-west-1");
    }

    @Test
    void thePlanFitsEightyColumnsAndIsPipedWhole() {
        String name = "a session with a very long name that nobody would type twice in a row";
        old.ok("session", "edit", "ops", "--name", name);
        old.ok("workspace", "export", bundle);

        String shown = fresh.terminal(80).ok("workspace", "import", bundle, "--dry-run");
        assertThat(shown.lines())
                .allSatisfy(line -> assertThat(withoutColours(line)).hasSizeLessThanOrEqualTo(80));
        assertThat(shown).contains("…");

        String piped = fresh.piping("").ok("workspace", "import", bundle, "--dry-run");
        assertThat(piped).contains(name).doesNotContain("…", "\033");
    }

    @Test
    void thePlanIsJsonAndCsvForPrograms() {
        old.ok("workspace", "export", bundle, "--with-secrets");
        fresh.ok("workspace", "import", bundle);
        fresh.ok("session", "edit", "ops", "--region", "eu-central-1");

        TestCli.Run json = fresh.run("workspace", "import", bundle, "--output", "json");
        assertThat(json.err()).isEmpty();
        assertThat(json.out())
                .startsWith("[\n")
                .endsWith("]\n")
                .contains(
                        "\"action\": \"conflict\"",
                        "\"why\": \"region: eu-central-1 -> eu-west-1\"",
                        "\"field\": \"region\"",
                        "\"here\": \"eu-central-1\"",
                        "\"imported\": \"eu-west-1\"");
        assertThat(fresh.ok("workspace", "import", bundle, "--csv"))
                .startsWith("Kind,Name,Action,Why,ID,Differences\nprofile,default,unchanged,,")
                .doesNotContain("in conflict\n");
    }

    @Test
    void onATerminalProgramsGetOneDocument() {
        old.ok("workspace", "export", bundle, "--with-secrets");

        String json = fresh.typing("y").ok("workspace", "import", bundle, "--output", "json");

        assertThat(json).startsWith("[\n").containsOnlyOnce("\"kind\": \"session\"");
    }

    @Test
    void aPlanThatIsOvertakenIsShownAgain() {
        old.ok("workspace", "export", bundle, "--with-secrets");
        fresh.opening(around -> new Overtaken(
                fresh.open(around), () -> fresh.open(around).workspaces().createProfile("ops")));

        TestCli.Run run = fresh.typing("y", "y").run("workspace", "import", bundle);

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.err()).contains("The workspace changed since the plan was made: nothing was imported");
        assertThat(run.err()).contains("(2 to add, 1 unchanged)", "(1 to add, 2 unchanged)");
        assertThat(run.out()).contains("the one of that name here is used").endsWith("\n1 added, 2 unchanged\n");

        fresh.opening(around -> new Overtaken(
                fresh.open(around), () -> fresh.open(around).workspaces().createProfile("more")));
        old.ok("profile", "create", "more");
        old.ok("workspace", "export", bundle, "--force");
        assertThat(fresh.piping("").run("workspace", "import", bundle).code()).isEqualTo(4);
    }

    @Test
    void awsProfilesAreImportedAndTheirKeysTakenOver() throws IOException {
        Path credentials = Files.createDirectories(otherHome.resolve(".aws")).resolve("credentials");
        String before = "# mine\n[work]\naws_access_key_id = " + TestCli.KEY_ID + "\naws_secret_access_key = "
                + TestCli.SECRET_KEY + "\n";
        Files.writeString(credentials, before);
        Files.writeString(otherHome.resolve(".aws/config"), """
                [profile work]
                region = eu-west-1
                [profile admin]
                role_arn = arn:aws:iam::123456789012:role/Admin
                source_profile = work
                [services local]
                s3 =
                  endpoint_url = http://localhost:1
                """);

        TestCli.Run run = fresh.run("workspace", "import", "--from", "aws");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out().lines())
                .contains("Kind     Name            Action   Why", "session  work            add")
                .contains("section  services local  refused  settings of services are not imported")
                .anyMatch(line -> line.startsWith("session  admin           add"))
                .last()
                .isEqualTo("4 added, 1 refused");
        assertThat(run.err())
                .startsWith(
                        "leapp: the access keys of these profiles still lie in the AWS files in plain text: work\n");
        assertThat(credentials).hasContent(before);
        assertThat(fresh.ok("workspace", "import", "--from", "aws")).endsWith("\n4 unchanged, 1 refused\n");

        assertThat(fresh.run("session", "start", "work").code()).isEqualTo(4);
        fresh.ok("session", "start", "work", "--takeover");
        assertThat(credentials).content().doesNotContain(TestCli.SECRET_KEY);
        assertThat(fresh.ok("workspace", "import", "--from", "aws"))
                .contains("session  work            refused    Leapp itself published it, for session ")
                .contains("session  admin           unchanged");
        fresh.ok("session", "stop", "work");
        assertThat(credentials).hasContent(before);
    }

    @Test
    void noSecretIsShownOrLiesInTheClear() throws IOException {
        Path aws = Files.createDirectories(otherHome.resolve(".aws"));
        Files.writeString(
                aws.resolve("credentials"),
                "[work]\naws_access_key_id = AKIAIOSFODNN7EXAMPL2\naws_secret_access_key = " + TestCli.SECRET_KEY + "\n"
                        + "[half]\naws_secret_access_key = " + TestCli.SECRET_KEY + "\n"
                        + "[temporary]\naws_access_key_id = ASIAIOSFODNN7EXAMPLE\naws_secret_access_key = "
                        + TestCli.SECRET_KEY + "\naws_session_token = " + TestCli.SECRET_KEY + "\n"
                        + "[odd]\nrole_arn = " + TestCli.SECRET_KEY + "\nsource_profile = work\n");
        List<TestCli.Run> runs = List.of(
                old.run("workspace", "export", bundle, "--with-secrets", "--verbose"),
                old.run("workspace", "export", bundle, "--with-secrets", "--verbose"),
                fresh.run("workspace", "import", bundle, "--verbose"),
                fresh.run("workspace", "import", bundle, "--verbose", "--output", "json"),
                fresh.run("workspace", "import", "--from", "aws", "--dry-run", "-x", "--verbose"),
                fresh.run("workspace", "import", "--from", "aws", "--verbose", "--output", "json"),
                fresh.env(VARIABLE, "wrong").run("workspace", "import", bundle, "--verbose"));

        assertThat(runs)
                .allSatisfy(run -> assertThat(run.out() + run.err()).doesNotContain(TestCli.SECRET_KEY, PASSPHRASE));
        assertThat(Files.readString(Path.of(bundle), ISO_8859_1))
                .doesNotContain(TestCli.SECRET_KEY, TestCli.KEY_ID, PASSPHRASE);
        try (var files = Files.walk(otherHome.resolve(".Leapp"))) {
            assertThat(files.filter(Files::isRegularFile))
                    .allSatisfy(file ->
                            assertThat(Files.readString(file, ISO_8859_1)).doesNotContain(TestCli.SECRET_KEY));
        }
    }

    private static String withoutColours(String line) {
        return line.replaceAll("\033\\[[0-9;]*m", "");
    }

    /** A Leapp on whose workspace somebody else does something right before the first import is applied. */
    private static final class Overtaken implements Engine, WorkspaceTransfer {

        private final Engine real;
        private final Runnable other;
        private boolean done;

        Overtaken(Engine real, Runnable other) {
            this.real = real;
            this.other = other;
        }

        @Override
        public Sessions sessions() {
            return real.sessions();
        }

        @Override
        public Integrations integrations() {
            return real.integrations();
        }

        @Override
        public Workspaces workspaces() {
            return real.workspaces();
        }

        @Override
        public WorkspaceFile workspaceFile() {
            return real.workspaceFile();
        }

        @Override
        public WorkspaceTransfer transfer() {
            return this;
        }

        @Override
        public Doctor doctor() {
            return real.doctor();
        }

        @Override
        public SecretStores secretStores() {
            return real.secretStores();
        }

        @Override
        public Handovers handovers() {
            return real.handovers();
        }

        @Override
        public IssuanceLog issuanceLog() {
            return real.issuanceLog();
        }

        @Override
        public RotationScheduler rotationScheduler(RotationListener listener) {
            return real.rotationScheduler(listener);
        }

        @Override
        public Plugins plugins() {
            return real.plugins();
        }

        @Override
        public void close() {
            real.close();
        }

        @Override
        public ExportSummary exportTo(Path file, Supplier<Secret> passphrase, ExportOptions options) {
            return real.transfer().exportTo(file, passphrase, options);
        }

        @Override
        public ImportPlan plan(ImportSource source, ImportOptions options) {
            return real.transfer().plan(source, options);
        }

        @Override
        public ImportPlan refresh(ImportPlan plan) {
            return real.transfer().refresh(plan);
        }

        @Override
        public void apply(ImportPlan plan) {
            if (!done) {
                done = true;
                other.run();
            }
            real.transfer().apply(plan);
        }
    }
}
