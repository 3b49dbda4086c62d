package dev.leapp.cli.handover;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.RecordedPrograms;
import dev.leapp.cli.TestCli;
import dev.leapp.cli.exec.Heard;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SsmTest {

    private static final String ONLINE =
            "i-0aaa\tip-10-0-0-1\tAmazon Linux\nmi-0bbb\tlaptop\tUbuntu\ni-0ccc\tNone\tNone\n";
    private static final String NAMES = "i-0aaa\tweb-1\ni-0ccc\tNone\ni-0ddd\toffline\n";

    @TempDir
    Path home;

    @TempDir
    Path programs;

    private TestCli cli;

    @BeforeEach
    void open() throws IOException {
        cli = new TestCli(home).withSession("ops", "ops");
        cli.env("PATH", programs.toString()).env("AWS_PROFILE", "other");
        install("aws");
        install("session-manager-plugin");
        cli.programs.answer(command -> new Heard(0, command.contains("ec2") ? NAMES : ONLINE, ""));
    }

    private void install(String program) throws IOException {
        assertThat(Files.writeString(programs.resolve(program), "").toFile().setExecutable(true))
                .isTrue();
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void anInstanceIsChosenAndTheAwsCliTakesOurPlaceWithTheSessionsCredentials() {
        TestCli.Run run = cli.typing("web").run("session", "ssm", "ops");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .contains("web-1  i-0aaa  (Amazon Linux)", "laptop  mi-0bbb  (Ubuntu)", "3  i-0ccc\n")
                .doesNotContain("offline");
        RecordedPrograms.Run aws = last();
        assertThat(aws.way()).isEqualTo("become");
        assertThat(aws.command())
                .containsExactly("aws", "ssm", "start-session", "--target", "i-0aaa", "--region", "eu-west-1");
        assertThat(cli.programs.runs())
                .hasSize(3)
                .allSatisfy(each -> assertThat(each.environment())
                        .containsKey("AWS_SESSION_TOKEN")
                        .doesNotContainKey("AWS_PROFILE"));
    }

    @Test
    void anInstanceThatIsNamedByItsIdNeedsNoList() {
        cli.ok("session", "ssm", "ops", "i-0123abc", "--region", "eu-central-1");

        assertThat(cli.programs.runs()).hasSize(1);
        assertThat(last().command())
                .containsExactly("aws", "ssm", "start-session", "--target", "i-0123abc", "--region", "eu-central-1");
    }

    @Test
    void anInstanceIsFoundByItsName() {
        cli.ok("session", "ssm", "ops", "laptop");

        assertThat(last().command()).contains("mi-0bbb");
        assertThat(cli.run("session", "ssm", "ops", "offline").code()).isEqualTo(3);
        assertThat(cli.run("session", "ssm", "ops").code()).isEqualTo(2);
    }

    @Test
    void withoutTheRightToSeeNamesThereAreIds() {
        cli.programs.answer(command ->
                command.contains("ec2") ? new Heard(254, "", "UnauthorizedOperation") : new Heard(0, ONLINE, ""));

        assertThat(cli.typing("i-0aaa").run("session", "ssm", "ops").code()).isZero();
        assertThat(last().command()).contains("i-0aaa");
    }

    @Test
    void whatTheAwsCliRefusesIsTold() {
        cli.programs.answer(command -> new Heard(254, "", "\nAn error occurred (AccessDeniedException): no\n"));

        TestCli.Run run = cli.typing("1").run("session", "ssm", "ops");

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err()).contains("AccessDeniedException").contains("by its id");
    }

    @Test
    void whatIsNotInstalledIsNamed() throws IOException {
        Files.delete(programs.resolve("session-manager-plugin"));
        assertThat(cli.run("session", "ssm", "ops", "i-0aaa").err())
                .contains("Session Manager plugin is not installed");
        Files.delete(programs.resolve("aws"));
        TestCli.Run run = cli.run("session", "ssm", "ops", "i-0aaa");

        assertThat(run.code()).isEqualTo(127);
        assertThat(run.err()).contains("AWS CLI is not installed").contains("https://aws.amazon.com/cli/");
        assertThat(cli.programs.runs()).isEmpty();
    }

    private RecordedPrograms.Run last() {
        List<RecordedPrograms.Run> runs = cli.programs.runs();
        return runs.get(runs.size() - 1);
    }
}
