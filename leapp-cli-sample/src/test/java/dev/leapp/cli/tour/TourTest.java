package dev.leapp.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TourTest {

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home);
        cli.opening(cli::openWithItsOwnStores);
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void tellsTheLifeOfASessionAtEightyColumns() {
        TestCli.Run run = cli.run("tour");

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .contains("local stand-in", "1. Add", "2. Start", "3. Use", "4. Rotate", "5. Stop")
                .contains(
                        "[tour]",
                        "aws_access_key_id = ASIA",
                        "aws_secret_access_key = ********",
                        "aws_session_token = ********")
                .contains("GetCallerIdentity: you are arn:aws:iam::123456789012:user/tour")
                .contains("The AWS SDK finds no profile 'tour'.");
        assertThat(run.out())
                .contains("6. Create an integration", "7. Log in", "8. Sync", "9. Start one", "10. Stop it")
                .contains("+ production-ReadOnly", "+ staging-Admin", "+ staging-ReadOnly", "+ sandbox-Admin")
                .containsPattern("arn:aws:sts::222222222222:assumed-role/AWSReservedSSO_ReadOnly_[0-9a-f]{16}/you")
                .contains("leapp integration login corp");
        assertThat(run.out().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(home).isEmptyDirectory();
    }

    @Test
    void tellsProgramsTheResultOnly() throws JsonProcessingException {
        JsonNode result = new ObjectMapper().readTree(cli.ok("tour", "--output", "json"));

        assertThat(result.get("standIn").asBoolean()).isTrue();
        assertThat(result.get("gone").asBoolean()).isTrue();
        assertThat(result.get("secondAccessKeyId").asText())
                .startsWith("ASIA")
                .isNotEqualTo(result.get("firstAccessKeyId").asText());
        assertThat(result.get("syncedSessions").asInt()).isEqualTo(4);
        assertThat(result.get("roleArn").asText()).endsWith("/you");
        assertThat(result.get("loggedOut").asBoolean()).isTrue();
    }
}
