package dev.leapp.cli.region;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RegionCommandsTest {

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
    void getDefaultPrintsTheRegion() {
        assertThat(cli.ok("region", "get-default")).isEqualTo("us-east-1\n");
        assertThat(cli.ok("region", "get-default", "--output", "json")).contains("\"region\": \"us-east-1\"");
    }

    @Test
    void setDefaultChangesItForSessionsThatNameNone() {
        assertThat(cli.ok("region", "set-default", "eu-west-1")).isEqualTo("default region is now eu-west-1\n");
        assertThat(cli.ok("region", "set-default", "--region", "eu-west-2"))
                .isEqualTo("default region is now eu-west-2\n");
        assertThat(cli.ok("region", "get-default")).isEqualTo("eu-west-2\n");
    }

    @Test
    void setDefaultRefusesWhatIsNoRegion() {
        TestCli.Run run = cli.run("region", "set-default", "eu-west1");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("'eu-west1' is not an AWS region", "did you mean eu-west-1?");
        assertThat(cli.ok("region", "get-default")).isEqualTo("us-east-1\n");
    }

    @Test
    void listShowsKnownRegions() {
        assertThat(cli.ok("region", "list"))
                .containsPattern("(?m)^Region +Partition$")
                .containsPattern("(?m)^eu-west-1 +aws$");
        assertThat(cli.ok("region", "list", "--filter", "Region=^eu-west-1$", "--output", "json"))
                .contains("\"region\": \"eu-west-1\"", "\"partition\": \"aws\"");
        assertThat(cli.terminal(80).run("region", "list", "--cloud", "none").err())
                .contains("no plug-in knows regions of none");
    }

    @Test
    void listGroupsRegionsByPartition() {
        List<String> partitions = cli.ok("region", "list")
                .lines()
                .skip(1)
                .map(line -> line.substring(line.lastIndexOf(' ') + 1))
                .toList();

        assertThat(partitions).isSorted().contains("aws", "aws-cn", "aws-eusc", "aws-us-gov", "aws-iso");
    }

    @Test
    void aRoleInAnotherPartitionThanItsRegionIsNotedAndNotRefused() {
        cli.ok("session", "add", "--type", "aws-localstack", "--name", "local");
        TestCli.Run run = cli.run(
                "session",
                "add",
                "--type",
                "aws-iam-role-chained",
                "--name",
                "china",
                "--parent-session",
                "local",
                "--role-arn",
                "arn:aws-cn:iam::123456789012:role/Admin",
                "--region",
                "eu-west-1");

        assertThat(run.code()).isZero();
        assertThat(run.err())
                .contains("note: arn:aws-cn:iam::123456789012:role/Admin is in partition aws-cn, but region eu-west-1"
                        + " is in partition aws, which does not know it");
        assertThat(cli.run("session", "change-region", "china", "cn-north-1").err())
                .doesNotContain("partition");
    }
}
