package dev.leapp.cli.session;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.leapp.cli.TestCli;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotateKeyTest {

    private static final String NEW_ID = "AKIANEWNEWNEWNEWNEW0";
    private static final String NEW_SECRET = "canaryOfTheNewSecretAccessKeyCanaryCanary";

    @TempDir
    Path home;

    private TestCli cli;
    private HttpServer iam;
    private volatile boolean denying;

    @BeforeEach
    void open() throws IOException {
        iam = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        iam.createContext("/", this::answer);
        iam.start();
        cli = new TestCli(home)
                .withSession("ops", "ops")
                .knowing("ops", NEW_ID, NEW_SECRET)
                .env(
                        "AWS_ENDPOINT_URL_IAM",
                        "http://127.0.0.1:" + iam.getAddress().getPort());
    }

    @AfterEach
    void close() {
        cli.close();
        iam.stop(0);
    }

    @Test
    void theKeyIsReplacedAndItsSecretNotShown() {
        TestCli.Run run = cli.run("session", "rotate-key", "ops");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .isEqualTo("session ops: access key " + TestCli.KEY_ID + " is replaced by " + NEW_ID + "\n");
        assertThat(run.out() + run.err()).doesNotContain(NEW_SECRET);
        assertThat(cli.ok("session", "start", "ops")).startsWith("session ops started");
    }

    @Test
    void whatIamDeniesIsToldWithWhatTheUserNeeds() {
        denying = true;

        TestCli.Run run = cli.run("session", "rotate-key", "ops");

        assertThat(run.code()).isEqualTo(6);
        assertThat(run.err())
                .contains(
                        "AWS does not allow session ops to list its access keys (AccessDenied", "iam:CreateAccessKey");
    }

    @Test
    void aSessionWithoutAnAccessKeyHasNoneToRotate() {
        cli.ok("session", "add", "--type", "aws-localstack", "--name", "local");

        TestCli.Run run = cli.run("session", "rotate-key", "local");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("has the type aws-localstack, which has no action 'rotate-key'");
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            String form = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
            String action = form.replaceAll("(^|.*&)Action=(\\w+).*", "$2");
            String result = action.equals("CreateAccessKey")
                    ? "<AccessKey><UserName>ops</UserName><AccessKeyId>" + NEW_ID
                            + "</AccessKeyId><Status>Active</Status><SecretAccessKey>" + NEW_SECRET
                            + "</SecretAccessKey></AccessKey>"
                    : "<AccessKeyMetadata/>";
            byte[] body = (denying
                            ? "<ErrorResponse><Error><Code>AccessDenied</Code></Error></ErrorResponse>"
                            : "<" + action + "Response><" + action + "Result>" + result + "</" + action + "Result></"
                                    + action + "Response>")
                    .getBytes(UTF_8);
            exchange.sendResponseHeaders(denying ? 403 : 200, body.length);
            exchange.getResponseBody().write(body);
        }
    }
}
