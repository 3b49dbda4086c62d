package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.Running;
import dev.leapp.cli.TestCli;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every {@code aws} that is here, of version 1 or 2, asks our endpoint; an STS checks that it signs with what we issued. */
class RealServeTest {

    private static final String THEIRS =
            "[default]\naws_access_key_id = AKIADEFAULTDEFAULT00\naws_secret_access_key = x\n";

    @TempDir
    Path directory;

    @BeforeAll
    static void requirePrograms() {
        AwsCli.require();
    }

    @ParameterizedTest
    @MethodSource("dev.leapp.cli.process.AwsCli#all")
    void awsGetsTheSessionFromTheEndpointWhateverTheUsersOwnFilesSay(String program) throws Exception {
        Home home = Home.in(directory.resolve("user"));
        home.write(home.credentials(), THEIRS);
        try (TestCli cli = new TestCli(directory.resolve("leapp")).atPresent().withSession("ops", "ops");
                Running serving = cli.begin("serve", "ops", "--output", "json")) {
            AwsCli aws = AwsCli.on(program, home, cli.sts());
            Map<String, String> variables = environment(serving.awaitOut("AWS_CONFIG_FILE"));

            Finished caller = aws.run(variables, "sts", "get-caller-identity", "--output", "json");

            assertThat(caller.ok()).contains("arn:aws:iam::123456789012:user/ops");
            assertThat(serving.awaitErr("answered")).contains("\"name\":\"ops\"");

            cli.ok("session", "stop", "ops");
            Finished refused = aws.run(variables, "sts", "get-caller-identity");

            assertThat(refused.code()).isNotZero();
            assertThat(refused.err()).contains("Session 'ops' was stopped");
        }
    }

    private static Map<String, String> environment(String line) throws JsonProcessingException {
        Map<String, String> variables = new LinkedHashMap<>();
        new ObjectMapper()
                .readTree(line)
                .get("environment")
                .properties()
                .forEach(each -> variables.put(each.getKey(), each.getValue().textValue()));
        return variables;
    }
}
