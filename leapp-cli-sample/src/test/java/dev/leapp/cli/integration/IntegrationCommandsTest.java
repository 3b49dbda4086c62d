package dev.leapp.cli.integration;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.session.IntegrationId;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class IntegrationCommandsTest {

    @TempDir
    Path home;

    private final FakeIntegrations integrations = new FakeIntegrations(FakeIntegrations.CENTER, FakeIntegrations.AZURE);
    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
        cli.opening(integrations.in(cli::open));
    }

    @AfterEach
    void close() {
        cli.close();
    }

    private static LoginState loggedIn(Duration left, boolean renewable) {
        return new LoginState(Optional.of(TestCli.NOW), Optional.of(TestCli.NOW.plus(left)), renewable);
    }

    @Test
    void createTakesFlagsAndSaysWhatWasFoundOut() {
        String out = cli.ok(
                "integration", "create", "--type", "aws-sso", "--name", "corp", "--portal-url", "https://corp.example");

        assertThat(out).isEqualTo("integration corp created (https://corp.example, eu-west-1)\n");
        assertThat(integrations.asked).containsExactly("create aws-sso corp {portalUrl=https://corp.example}");
    }

    @Test
    void createTakesLeappsFlagsAndTypes() {
        cli.ok(
                "integration",
                "create",
                "--integrationType",
                "AWS-SSO",
                "--integrationAlias",
                "corp",
                "--integrationPortalUrl",
                "https://corp.example",
                "--integrationRegion",
                "us-east-1");
        cli.ok(
                "integration",
                "create",
                "--integrationType",
                "AZURE",
                "--integrationAlias",
                "az",
                "--integrationTenantId",
                "t");

        assertThat(integrations.asked)
                .containsExactly(
                        "create aws-sso corp {portalUrl=https://corp.example, region=us-east-1}",
                        "create azure az {tenantId=t}");
    }

    @Test
    void createAsksForWhatIsMissingOnATerminal() {
        TestCli.Run run =
                cli.typing("1", "corp", "nonsense", "https://corp.example", "").run("integration", "create");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("Name: ", "Start URL: ", "it must begin with https://", "Region (optional): ")
                .doesNotContain("Template")
                .contains("'leapp integration login corp' logs you in and brings its sessions");
        assertThat(integrations.asked).containsExactly("create aws-sso corp {portalUrl=https://corp.example}");
    }

    @Test
    void whatIsToBeTypedNextIsFitForAShell() {
        TestCli.Run created = cli.typing("")
                .run(
                        "integration",
                        "create",
                        "--type",
                        "aws-sso",
                        "--name",
                        "Bob's corp",
                        "--portal-url",
                        "https://corp.example",
                        "--region",
                        "eu-west-1");

        assertThat(created.err().replaceAll("\\s+", " "))
                .contains("leapp integration login 'Bob'\\''s corp' logs you in");
    }

    @Test
    void createWithoutATerminalNamesWhatIsMissing() {
        TestCli.Run none = cli.run("integration", "create");
        TestCli.Run some = cli.run("integration", "create", "--type", "aws-sso");
        TestCli.Run foreign =
                cli.run("integration", "create", "--type", "azure", "--name", "a", "--tenant-id", "t", "--region", "x");
        TestCli.Run unknown = cli.run("integration", "create", "--type", "aws-ssso", "--name", "a");

        assertThat(none.code()).isEqualTo(2);
        assertThat(none.err()).contains("Missing --type, --name", "types: aws-sso, azure");
        assertThat(some.err()).contains("Missing --name, --portal-url");
        assertThat(foreign.err()).contains("Integrations of type azure have no --region");
        assertThat(unknown.err()).contains("There is no integration type 'aws-ssso'", "did you mean aws-sso?");
        assertThat(integrations.asked).isEmpty();
    }

    @Test
    void listFitsEightyColumns() {
        integrations
                .with(Plans.corp(loggedIn(Duration.ofHours(8), false), 5000, 20))
                .with(new IntegrationView(
                        new Integration(
                                new IntegrationId("lab-id"),
                                "lab",
                                "aws-sso",
                                Map.of(
                                        "portalUrl",
                                        "https://d-1234567890.awsapps.com/start/",
                                        "region",
                                        "ap-southeast-2")),
                        loggedIn(Duration.ofHours(-1), false),
                        3,
                        0))
                .with(new IntegrationView(
                        new Integration(new IntegrationId("az-id"), "az", "azure", Map.of("tenantId", "t-1")),
                        loggedIn(Duration.ofHours(-1), true),
                        0,
                        0));

        String out = cli.env("NO_COLOR", "1").terminal(80).ok("integration", "list");

        assertThat(out.lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(out)
                .containsPattern("Name +Type +Portal +Region +Status +Expires +Sessions")
                .containsPattern("corp +aws-sso +corp.awsapps.com +eu-west-1 +online +in 8h +5000")
                .containsPattern("lab +aws-sso +d-12\\S+ +ap-southeast-2 +expired +1h ago +3")
                .containsPattern("az +azure +t-1 +- +online +renews +0");
    }

    @Test
    void listIsJsonForPrograms() {
        integrations.with(Plans.corp(LoginState.none(), 5000, 20));

        assertThat(cli.ok("integration", "list", "--output", "json"))
                .contains(
                        "\"id\": \"corp-id\"",
                        "\"name\": \"corp\"",
                        "\"type\": \"aws-sso\"",
                        "\"portal\": \"https://corp.awsapps.com/start\"",
                        "\"region\": \"eu-west-1\"",
                        "\"status\": \"offline\"",
                        "\"expiresAt\": null",
                        "\"sessions\": 5000",
                        "\"orphaned\": 20",
                        "\"portalUrl\": \"https://corp.awsapps.com/start\"");
    }

    @Test
    void listOfNoneSaysHowToMakeOne() {
        assertThat(cli.terminal(80).run("integration", "list").err()).contains("'leapp integration create' makes one");
    }

    @Test
    void showTellsAllOfOne() {
        integrations.with(Plans.corp(loggedIn(Duration.ofMinutes(50), true), 5000, 20));

        assertThat(cli.terminal(80).ok("integration", "show")).isEqualTo("""
                        Integration:  corp
                        Id:           corp-id
                        Type:         AWS IAM Identity Center (aws-sso)
                        Start URL:    https://corp.awsapps.com/start
                        Region:       eu-west-1
                        Login:        online; expires in 50m, renews itself
                        Sessions:     5,000, 20 of them gone upstream (orphaned)
                        """);
        assertThat(cli.ok("integration", "show", "corp", "--output", "json"))
                .contains("\"status\": \"online\"", "\"renewable\": true", "\"settings\": {");
    }

    @Test
    void editRenamesAndChangesFieldsAndTellsIfTheLoginIsForgotten() {
        integrations.with(Plans.corp(loggedIn(Duration.ofHours(8), false), 1, 0));

        assertThat(cli.ok("integration", "edit", "corp", "--name", "acme")).isEqualTo("integration acme edited\n");
        TestCli.Run moved = cli.run("integration", "edit", "--integrationId", "corp-id", "--region", "us-east-1");

        assertThat(moved.err()).contains("you are logged out of it; 'leapp integration login corp' logs you in");
        assertThat(integrations.asked).containsExactly("edit corp-id acme {}", "edit corp-id - {region=us-east-1}");
        assertThat(cli.run("integration", "edit", "corp").code()).isEqualTo(2);
    }

    @Test
    void editAsksFieldByFieldOnATerminal() {
        integrations.with(Plans.corp(LoginState.none(), 1, 0));

        assertThat(cli.typing("", "", "us-east-1").run("integration", "edit").code())
                .isZero();

        assertThat(integrations.asked)
                .containsExactly("edit corp-id corp {portalUrl=https://corp.awsapps.com/start, region=us-east-1}");
    }

    @Test
    void deleteNamesTheSessionsThatGoAndAsks() {
        integrations.with(Plans.corp(LoginState.none(), 2, 0));
        for (int i = 1; i <= 12; i++) {
            integrations.dependents.add(Plans.session("s" + i, "1", "x"));
        }

        TestCli.Run refused = cli.run("integration", "delete", "corp");
        TestCli.Run unnamed = cli.run("integration", "delete", "--force");
        TestCli.Run no = cli.typing("n").run("integration", "delete");

        assertThat(refused.code()).isEqualTo(4);
        assertThat(refused.err()).contains("s9, s10 and 2 more", "--force deletes them too");
        assertThat(unnamed.code()).isEqualTo(2);
        assertThat(no.code()).isEqualTo(130);
        assertThat(no.err().replaceAll("\\s+", " "))
                .contains("Delete integration corp, and with it 12 sessions (s1, s2,");
        assertThat(integrations.asked).isEmpty();
        assertThat(cli.piping("").ok("integration", "delete", "corp", "--force"))
                .isEqualTo("integration corp deleted, and with it 12 sessions\n");
        assertThat(integrations.asked).containsExactly("delete corp-id with sessions");
    }

    @Test
    void whichOneMustBeSaidIfThereAreSeveral() {
        integrations
                .with(Plans.corp(LoginState.none(), 0, 0))
                .with(new IntegrationView(
                        new Integration(new IntegrationId("lab-id"), "lab", "aws-sso", Map.of()),
                        LoginState.none(),
                        0,
                        0));

        TestCli.Run unnamed = cli.run("integration", "show");
        TestCli.Run chosen = cli.typing("lab").run("integration", "show");
        TestCli.Run unknown = cli.run("integration", "show", "nowhere");

        assertThat(unnamed.code()).isEqualTo(2);
        assertThat(unnamed.err()).contains("Which integration?", "'leapp integration list' shows them");
        assertThat(chosen.out()).contains("lab-id");
        assertThat(unknown.code()).isEqualTo(3);
    }

    @Test
    void withoutAnyItSaysHowToMakeOne() {
        TestCli.Run run = cli.run("integration", "login");

        assertThat(run.code()).isEqualTo(3);
        assertThat(run.err()).contains("There is no integration to log in to", "'leapp integration create' makes one");
    }
}
