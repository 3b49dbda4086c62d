package dev.leapp.cli.session;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ListTest {

    private static final String LONG = "production account of the payments department, Frankfurt";

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
    void isReadableAtEightyColumns() {
        three();

        assertThat(cli.terminal(80).env("NO_COLOR", "1").ok("session", "list")).isEqualTo("""
                        Name                        Type          Profile   Region     Status    Expires
                        ops                         aws-iam-user  ops       eu-west-1  active    in 10h
                        production account of the…  aws-iam-user  payments  eu-west-1  inactive  -
                        dev                         aws-iam-user  default   eu-west-1  inactive  -
                        """);
    }

    @ParameterizedTest
    @CsvSource({"'[ops]\naws_access_key_id = AKIA\n',changed", "'',missing"})
    void tellsWhatAnotherProgramDidToTheFiles(String credentials, String standing) throws IOException {
        three();
        Files.writeString(home.resolve(".aws/credentials"), credentials);

        assertThat(cli.terminal(80).env("NO_COLOR", "1").ok("session", "list")).isEqualTo("""
                        Name                Type          Profile   Region     Status            Expires
                        ops                 aws-iam-user  ops       eu-west-1  active (%s)  in 10h
                        production accoun…  aws-iam-user  payments  eu-west-1  inactive          -
                        dev                 aws-iam-user  default   eu-west-1  inactive          -
                        """.formatted(standing));
        assertThat(cli.ok("session", "list", "-x", "--columns", "Standing", "--no-header"))
                .isEqualTo((standing.equals("changed") ? "changed" : "removed") + " by another program\n-\n-\n");
        JsonNode first = new ObjectMapper()
                .readTree(cli.ok("session", "list", "--output", "json"))
                .get(0);
        assertThat(first.get("status").asText()).isEqualTo("active");
        assertThat(first.get("standing").asText()).isEqualTo(standing);
    }

    @Test
    void isPipedWithoutColoursPaddingOrCuts() {
        three();

        assertThat(cli.ok("session", "list")).isEqualTo("""
                        Session Name                                              Type          Named Profile  Region/Location  Status    Expires
                        ops                                                       aws-iam-user  ops            eu-west-1        active    2026-03-01T18:00:00Z
                        production account of the payments department, Frankfurt  aws-iam-user  payments       eu-west-1        inactive  -
                        dev                                                       aws-iam-user  default        eu-west-1        inactive  -
                        """);
    }

    @Test
    void coloursTheStatusOnATerminal() {
        three();

        assertThat(cli.terminal(200).ok("session", "list"))
                .contains("\033[32mactive\033[0m", "\033[1mStatus\033[0m", "in 10h");
    }

    @Test
    void isJsonForPrograms() throws JsonProcessingException {
        three();

        JsonNode list = new ObjectMapper().readTree(cli.terminal(40).ok("session", "list", "--output", "json"));

        assertThat(list).hasSize(3);
        assertThat(list.get(0).fieldNames())
                .toIterable()
                .contains(
                        "id",
                        "name",
                        "type",
                        "profile",
                        "region",
                        "status",
                        "expiresAt",
                        "chain",
                        "standing",
                        "lastFailure");
        assertThat(list.get(0).get("expiresAt").asText()).isEqualTo("2026-03-01T18:00:00Z");
        assertThat(list.get(1).get("name").asText()).isEqualTo(LONG);
        assertThat(list.get(1).get("expiresAt").isNull()).isTrue();
    }

    @Test
    void isCsvWithQuotesWhereNeeded() {
        three();

        assertThat(cli.ok("session", "list", "--csv", "--columns", "name,status"))
                .isEqualTo("Session Name,Status\nops,active\n\"" + LONG + "\",inactive\ndev,inactive\n");
        assertThat(cli.ok("session", "list", "--output", "csv", "--columns", "status", "--no-header"))
                .isEqualTo("active\ninactive\ninactive\n");
    }

    @Test
    void filtersAndSorts() {
        three();

        assertThat(cli.ok("session", "list", "--filter", "status=^active", "--columns", "name", "--no-header"))
                .isEqualTo("ops\n");
        assertThat(cli.ok(
                        "session", "list", "--filter", "-Session Name=^(ops|dev)$", "--columns", "name", "--no-header"))
                .isEqualTo(LONG + "\n");
        assertThat(cli.ok("session", "list", "--sort", "-Session Name", "--columns", "name", "--no-header"))
                .isEqualTo(LONG + "\nops\ndev\n");
        assertThat(cli.ok("session", "list", "--sort", "Expires", "--columns", "name", "--no-header"))
                .startsWith("ops\n");
    }

    @Test
    void refusesUnknownColumnsAndMalformedFilters() {
        assertThat(cli.run("session", "list", "--columns", "nope").code()).isEqualTo(2);
        assertThat(cli.run("session", "list", "--sort", "nope").err())
                .contains("There is no column 'nope'; there are ID, ");
        assertThat(cli.run("session", "list", "--filter", "stat=x").code()).isEqualTo(2);
        assertThat(cli.run("session", "list", "--filter", "status=(").code()).isEqualTo(2);
    }

    @Test
    void extendedShowsTheRest() {
        three();

        assertThat(cli.ok("session", "list", "-x").lines().findFirst())
                .contains(
                        "ID                                    Session Name                                              "
                                + "Type          Named Profile  Region/Location  Status    Expires               Leased Until  Chain  "
                                + "Role  Favourite  Integration  Orphaned Since  Tags  Last Started          Standing           Last Failure");
    }

    @Test
    void anEmptyListSaysWhatAddsOneOnATerminalOnly() {
        TestCli.Run terminal = cli.terminal(80).run("session", "list");
        TestCli.Run piped = cli.piping("").run("session", "list");

        assertThat(terminal.out()).isEmpty();
        assertThat(terminal.err()).isEqualTo("leapp: there are no sessions; 'leapp session add' adds one\n");
        assertThat(piped.out() + piped.err()).isEmpty();
        assertThat(cli.ok("session", "list", "--output", "json")).isEqualTo("[]\n");
    }

    private void three() {
        cli.withSession("ops", "ops").withSession(LONG, "payments").withSession("dev", "default");
        cli.ok("session", "start", "ops");
    }
}
