package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Finding one session among many, and doing something with several of them. */
class FindingTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home)
                .withSession("ops", "ops")
                .withSession("dev-a", "a")
                .withSession("dev-b", "b");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void tagsAreSetShownAndRemoved() {
        assertThat(cli.ok("session", "tag", "ops", "env=prod", "audited"))
                .isEqualTo("session ops has the tags env=prod, audited\n");
        assertThat(cli.ok("session", "tag", "ops")).isEqualTo("session ops has the tags env=prod, audited\n");
        assertThat(cli.ok("session", "tag", "ops", "env=test", "--remove", "audited"))
                .isEqualTo("session ops has the tags env=test\n");
        assertThat(cli.ok("session", "tag", "ops", "--output", "json")).contains("\"tags\": {", "\"env\": \"test\"");
        assertThat(cli.ok("session", "tag", "dev-a")).isEqualTo("session dev-a has no tags\n");
        assertThat(cli.run("session", "tag", "ops", "env=").err())
                .isEqualTo("leapp: Tag 'env' has no value\n  hint: --remove removes a tag\n");
        assertThat(cli.run("session", "tag", "ops", "a:b").code()).isEqualTo(2);
    }

    @Test
    void tagsComeWithAddAndEdit() {
        cli.ok(
                "session",
                "add",
                "--type",
                "aws-localstack",
                "--name",
                "local",
                "--profile",
                "l",
                "--tag",
                "env=dev",
                "--tag",
                "mine");
        cli.ok("session", "start", "local");

        assertThat(cli.ok("session", "edit", "local", "--tag", "env=test", "--untag", "mine", "--name", "stack"))
                .isEqualTo("session stack edited\n");

        assertThat(names("tag:env=test status:active")).containsExactly("stack");
        assertThat(names("tag:mine")).isEmpty();
    }

    @Test
    void favouritesComeFirstAndAreMarkedOnATerminalOnly() {
        assertThat(cli.ok("session", "favourite", "dev-b")).isEqualTo("session dev-b is a favourite\n");

        assertThat(names("")).containsExactly("dev-b", "ops", "dev-a");
        assertThat(cli.terminal(80).env("NO_COLOR", "1").ok("session", "list")).isEqualTo("""
                Session Name  Type          Named Profile  Region/Location  Status    Expires
                ★ dev-b       aws-iam-user  b              eu-west-1        inactive  -
                  ops         aws-iam-user  ops            eu-west-1        inactive  -
                  dev-a       aws-iam-user  a              eu-west-1        inactive  -
                """);
        assertThat(cli.piping("").ok("session", "favorite", "dev-b", "--remove"))
                .isEqualTo("session dev-b is no favourite any more\n");
        assertThat(names("")).containsExactly("ops", "dev-a", "dev-b");
    }

    @Test
    void aProgramIsToldTagsAndFavourites() throws JsonProcessingException {
        cli.ok("session", "tag", "ops", "env=prod");
        cli.ok("session", "favourite", "ops");

        JsonNode ops = new ObjectMapper()
                .readTree(cli.ok("session", "list", "--output", "json"))
                .get(0);

        assertThat(ops.get("favourite").asBoolean()).isTrue();
        assertThat(ops.at("/tags/env").asText()).isEqualTo("prod");
        assertThat(cli.ok("session", "list", "--csv", "--columns", "name,tags", "--no-header"))
                .startsWith("ops,env=prod favourite=true\n");
    }

    @Test
    void queriesFilterAndSayWhatIsWrongWithThem() {
        cli.ok("session", "tag", "ops", "env=prod");

        assertThat(names("tag:prod type:aws region:eu-* -dev")).containsExactly("ops");
        assertThat(names("dev -name:*a")).containsExactly("dev-b");
        assertThat(cli.run("session", "list", "--filter", "stage:prod").err())
                .startsWith("leapp: There is no key 'stage' to filter by\n  hint: there are name, type, status,");
        assertThat(cli.run("profile", "list", "--filter", "prod").err())
                .isEqualTo("leapp: --filter wants HEADER=REGEX, not 'prod'\n");
    }

    @Test
    void aGlobStartsAndStopsAllThatFit() {
        assertThat(cli.ok("session", "start", "dev-*", "--yes")).isEqualTo("""
                        session dev-a started on profile a, expires in 10h
                        session dev-b started on profile b, expires in 10h
                        """);
        assertThat(names("status:active")).containsExactly("dev-a", "dev-b");
        assertThat(cli.ok("session", "start", "dev-*")).isEmpty();
        assertThat(cli.ok("session", "stop", "DEV-?", "--yes"))
                .isEqualTo("session dev-a stopped\nsession dev-b stopped\n");
        assertThat(names("status:active")).isEmpty();
    }

    @Test
    void severalThatFitNeedAYes() {
        TestCli.Run refused = cli.run("session", "start", "dev-*");
        assertThat(refused.code()).isEqualTo(2);
        assertThat(refused.err())
                .isEqualTo(
                        "leapp: 2 sessions fit: dev-a, dev-b; nothing was done\n  hint: --yes says to start them all\n");

        TestCli.Run denied = cli.typing("n").run("session", "start", "dev-*");
        assertThat(denied.code()).isEqualTo(130);
        assertThat(denied.err()).contains("These 2 sessions: dev-a, dev-b. Start them? (y/N): ");
        assertThat(names("status:active")).isEmpty();

        assertThat(cli.typing("y").run("session", "start", "dev-*").code()).isZero();
        assertThat(names("status:active")).containsExactly("dev-a", "dev-b");
    }

    @Test
    void oneThatFitsNeedsNoYesAndNoneIsNotFound() {
        assertThat(cli.ok("session", "start", "o*")).isEqualTo("session ops started on profile ops, expires in 10h\n");
        TestCli.Run none = cli.run("session", "start", "prod-*");
        assertThat(none.code()).isEqualTo(3);
        assertThat(none.err()).contains("No session's name fits 'prod-*'");
    }

    @Test
    void aNameWithAStarIsThatSession() {
        cli.withSession("dev-*", "star");

        assertThat(cli.ok("session", "start", "dev-*"))
                .isEqualTo("session dev-* started on profile star, expires in 10h\n");
    }

    @Test
    void severalNamesGoOnAfterAFailureAndEndWithIt() {
        cli.withSession("clash", "a");

        TestCli.Run run = cli.run("session", "start", "dev-a", "clash", "ops");

        assertThat(run.code()).isEqualTo(4);
        assertThat(run.out()).isEqualTo("""
                        session dev-a started on profile a, expires in 10h
                        session ops started on profile ops, expires in 10h
                        """);
        assertThat(run.err()).contains("session clash not started: ");
    }

    @Test
    void aListOfSessionsIsJsonForPrograms() throws JsonProcessingException {
        JsonNode started = new ObjectMapper().readTree(cli.ok("session", "start", "dev-a", "ops", "--output", "json"));

        assertThat(started.findValuesAsText("name")).containsExactly("dev-a", "ops");
    }

    private List<String> names(String query) {
        List<String> args = new ArrayList<>(List.of("session", "list", "--columns", "name", "--no-header", "--csv"));
        args.addAll(List.of("--filter", query));
        return cli.piping("").ok(args.toArray(String[]::new)).lines().toList();
    }
}
