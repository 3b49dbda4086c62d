package dev.leapp.cli.serve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.Running;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ServeTest {

    /** What the other terminal may have, and the variable that leads these tests to their STS. */
    private static final String UNSET = "AWS_ACCESS_KEY_ID AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"
            + " AWS_CONTAINER_CREDENTIALS_RELATIVE_URI AWS_DEFAULT_PROFILE AWS_ENDPOINT_URL_STS AWS_PROFILE AWS_ROLE_ARN"
            + " AWS_SECRET_ACCESS_KEY AWS_SESSION_TOKEN AWS_WEB_IDENTITY_TOKEN_FILE";

    private static final Pattern EXPORT = Pattern.compile("export ([A-Z_]+)=(\\S+)");
    private static final String URL = "AWS_CONTAINER_CREDENTIALS_FULL_URI";
    private static final String TOKEN = "AWS_CONTAINER_AUTHORIZATION_TOKEN";
    private static final String LAST = "AWS_CONFIG_FILE";

    private final ObjectMapper json = new ObjectMapper();

    @TempDir
    Path home;

    private TestCli cli;

    @BeforeEach
    void open() {
        cli = new TestCli(home).withSession("ops", "ops");
    }

    @AfterEach
    void close() {
        cli.close();
    }

    @Test
    void whatItPrintsLeadsAProgramToTheCredentials() throws Exception {
        try (Running serving = cli.begin("serve", "ops")) {
            String printed = serving.awaitOut(LAST);
            HttpResponse<String> answer = ask(exports(printed));

            assertThat(printed).startsWith("# session ops\nunset " + UNSET + "\nexport " + URL + "=http://127.0.0.1:");
            assertThat(exports(printed)).containsEntry("AWS_REGION", "eu-west-1");
            assertThat(answer.statusCode()).isEqualTo(200);
            JsonNode credentials = json.readTree(answer.body());
            assertThat(credentials.get("AccessKeyId").textValue()).startsWith("ASIA");
            assertThat(credentials.get("Expiration").textValue()).isEqualTo("2026-03-01T18:00:00Z");
            assertThat(serving.awaitErr("given out"))
                    .isEqualTo("2026-03-01T08:00:00Z session ops given out, expires in 10h\n");
            assertThat(serving.end()).isZero();
            assertThatThrownBy(() -> ask(exports(printed))).isInstanceOf(ConnectException.class);
        }
        assertThat(home.resolve(".aws")).doesNotExist();
    }

    @Test
    void whatWouldBeTakenInsteadIsUnset() throws Exception {
        cli.env("AWS_VAULT", "other").env("AWS_ENDPOINT_URL_S3", "http://x").env("AWS_PAGER", "cat");
        cli.env("AWS_ENDPOINT_URL_S3;touch here", "http://x");
        try (Running serving = cli.begin("serve", "ops")) {
            assertThat(serving.awaitOut(LAST))
                    .startsWith("# session ops\nunset "
                            + UNSET.replace("AWS_ENDPOINT_URL_STS", "AWS_ENDPOINT_URL_S3 AWS_ENDPOINT_URL_STS")
                                    .replace("AWS_WEB_", "AWS_VAULT AWS_WEB_")
                            + "\nexport " + URL + "=");
        }
    }

    @Test
    void eachSessionIsALineOfJsonWhenAsked() throws Exception {
        cli.withSession("dev", "dev");
        try (Running serving = cli.begin("serve", "ops", "dev", "--output", "json")) {
            List<String> lines = serving.awaitOut("\"dev\"").lines().toList();

            assertThat(lines).hasSize(2);
            JsonNode dev = json.readTree(lines.get(1));
            JsonNode environment = dev.get("environment");
            assertThat(dev.get("name").textValue()).isEqualTo("dev");
            assertThat(environment.get(URL).textValue())
                    .isEqualTo(dev.get("address").textValue());
            assertThat(ask(Map.of(
                                    URL,
                                    environment.get(URL).textValue(),
                                    TOKEN,
                                    environment.get(TOKEN).textValue()))
                            .statusCode())
                    .isEqualTo(200);
            JsonNode event = json.readTree(serving.awaitErr("answered"));
            assertThat(event.get("name").textValue()).isEqualTo("dev");
            assertThat(event.get("expiresAt").textValue()).isEqualTo("2026-03-01T18:00:00Z");
        }
    }

    @Test
    void aTokenFileIsForTheOwnerAloneAndGoesAtTheEnd() throws Exception {
        try (Running serving = cli.begin("serve", "ops", "--token-file", home.toString())) {
            String printed = serving.awaitOut(LAST);
            Map<String, String> variables = exports(printed);
            Path file = Path.of(variables.get(TOKEN + "_FILE"));
            String token = Files.readString(file);

            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(printed).doesNotContain(token);
            assertThat(ask(Map.of(URL, variables.get(URL), TOKEN, token)).statusCode())
                    .isEqualTo(200);

            serving.end();
            assertThat(file).doesNotExist();
        }
    }

    @Test
    void aStoppedSessionIsRefusedAndTheReasonToldOnBothSides() throws Exception {
        try (Running serving = cli.begin("serve", "ops")) {
            Map<String, String> variables = exports(serving.awaitOut(LAST));
            ask(variables);

            cli.ok("session", "stop", "ops");
            HttpResponse<String> answer = ask(variables);

            assertThat(answer.statusCode()).isEqualTo(403);
            assertThat(json.readTree(answer.body()).get("message").textValue())
                    .isEqualTo("Session 'ops' was stopped; 'leapp session start ops' makes it available again");
            assertThat(serving.awaitErr("not given out"))
                    .contains("session ops was stopped, and is refused from now on\n")
                    .endsWith("session ops not given out: Session 'ops' was stopped\n");
        }
    }

    @Test
    void aWrongTokenIsToldWithoutTheTokens() throws Exception {
        try (Running serving = cli.begin("serve", "ops", "--verbose")) {
            Map<String, String> variables = exports(serving.awaitOut(LAST));

            assertThat(ask(Map.of(URL, variables.get(URL), TOKEN, "a-wrong-token"))
                            .statusCode())
                    .isEqualTo(403);

            assertThat(serving.awaitErr("refused"))
                    .contains("session ops refused a request: its token was wrong")
                    .doesNotContain("a-wrong-token", variables.get(TOKEN), TestCli.SECRET_KEY);
        }
    }

    @Test
    void nothingThatItTellsHoldsASecret() throws Exception {
        try (Running serving = cli.begin("serve", "ops", "--verbose")) {
            String printed = serving.awaitOut(LAST);
            Map<String, String> variables = exports(printed);
            JsonNode credentials = json.readTree(ask(variables).body());
            cli.ok("session", "stop", "ops");
            ask(variables);

            String secret = credentials.get("SecretAccessKey").textValue();
            String token = credentials.get("Token").textValue();
            assertThat(printed).doesNotContain(secret, token, TestCli.SECRET_KEY);
            assertThat(serving.awaitErr("not given out"))
                    .contains("given out, expires")
                    .doesNotContain(secret, token, TestCli.SECRET_KEY, variables.get(TOKEN));
        }
    }

    @Test
    void aCodeIsAskedForBeforeAnythingIsServed() {
        cli.ok("session", "edit", "ops", "--mfa-device", "arn:aws:iam::123456789012:mfa/ops");

        TestCli.Run run = cli.run("serve", "ops");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
    }

    @Test
    void whatIsNotThereOrNotFreeIsTold() throws IOException {
        assertThat(cli.run("serve", "opps").code()).isEqualTo(3);
        assertThat(cli.run("serve").code()).isEqualTo(2);
        assertThat(cli.run("serve", "ops", "--port", "70000").code()).isEqualTo(2);
        assertThat(cli.run(
                                "serve",
                                "ops",
                                "--token-file",
                                home.resolve("missing").toString())
                        .code())
                .isEqualTo(10);
        try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            String port = Integer.toString(taken.getLocalPort());

            TestCli.Run run = cli.run("serve", "ops", "--port", port);

            assertThat(run.code()).isEqualTo(4);
            assertThat(run.err()).startsWith("leapp: Nothing can listen on port " + port + " of 127.0.0.1: ");
        }
    }

    private static Map<String, String> exports(String printed) {
        Map<String, String> variables = new LinkedHashMap<>();
        Matcher line = EXPORT.matcher(printed);
        while (line.find()) {
            variables.put(line.group(1), line.group(2));
        }
        return variables;
    }

    private static HttpResponse<String> ask(Map<String, String> variables) throws IOException, InterruptedException {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(variables.get(URL)))
                                .version(HttpClient.Version.HTTP_1_1)
                                .header("Authorization", variables.get(TOKEN))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
