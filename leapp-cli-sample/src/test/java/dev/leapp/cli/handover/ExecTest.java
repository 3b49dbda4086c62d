package dev.leapp.cli.handover;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.cli.RecordedPrograms;
import dev.leapp.cli.TestCli;
import dev.leapp.cli.run.Engine;
import java.io.IOException;
import java.lang.reflect.Proxy;
import java.net.ConnectException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExecTest {

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
    void theProgramTakesOurPlaceWithTheSessionsCredentialsAndNothingIsPrinted() {
        cli.env("AWS_PROFILE", "other")
                .env("AWS_SESSION_TOKEN", "other")
                .env("AWS_PAGER", "cat")
                .env("PLAIN", "kept");

        TestCli.Run run = cli.run("exec", "ops", "--", "aws", "s3", "ls");

        assertThat(run).isEqualTo(new TestCli.Run(0, "", ""));
        RecordedPrograms.Run program = program();
        assertThat(program.way()).isEqualTo("become");
        assertThat(program.command()).containsExactly("aws", "s3", "ls");
        assertThat(program.environment())
                .containsEntry("AWS_REGION", "eu-west-1")
                .containsEntry("AWS_DEFAULT_REGION", "eu-west-1")
                .containsEntry("AWS_CREDENTIAL_EXPIRATION", "2026-03-01T18:00:00Z")
                .containsEntry("LEAPP_SESSION", "ops")
                .containsEntry("AWS_PAGER", "cat")
                .containsEntry("PLAIN", "kept")
                .doesNotContainKey("AWS_PROFILE")
                .doesNotContainValue("other")
                .doesNotContainValue(TestCli.SECRET_KEY);
        assertThat(program.environment().get("AWS_ACCESS_KEY_ID")).startsWith("ASIA");
        assertThat(program.environment().get("AWS_SESSION_TOKEN")).isNotEmpty();
    }

    @Test
    void byAServerTheProgramGetsTheWayToAnEndpointThatLivesAsLongAsItDoes() {
        cli.env("AWS_PROFILE", "other").env("AWS_SESSION_TOKEN", "other");
        List<Integer> statuses = new ArrayList<>();
        cli.programs.whenRun(() -> statuses.add(status(program().environment())));
        cli.programs.endWith(7);

        TestCli.Run run = cli.run("exec", "--server", "ops", "--", "terraform", "apply");

        assertThat(run).isEqualTo(new TestCli.Run(7, "", ""));
        assertThat(statuses).containsExactly(200);
        RecordedPrograms.Run program = program();
        assertThat(program.way()).isEqualTo("run");
        assertThat(program.environment())
                .containsEntry("AWS_REGION", "eu-west-1")
                .containsEntry("LEAPP_SESSION", "ops")
                .doesNotContainKeys("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_PROFILE");
        assertThatThrownBy(() -> status(program.environment())).hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void byAServerThereIsRoomForOneSessionOfEachCloud() {
        cli.withSession("dev", "dev");

        TestCli.Run run = cli.run("exec", "--server", "ops", "dev", "--", "true");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("room for the endpoint of one session of aws");
        assertThat(cli.programs.runs()).isEmpty();
    }

    private static int status(Map<String, String> environment) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(environment.get("AWS_CONTAINER_CREDENTIALS_FULL_URI")))
                                    .version(HttpClient.Version.HTTP_1_1)
                                    .header("Authorization", environment.get("AWS_CONTAINER_AUTHORIZATION_TOKEN"))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void nothingIsPublishedAndTheSessionStaysInactive() {
        cli.ok("exec", "ops", "--", "true");

        assertThat(home.resolve(".aws")).doesNotExist();
        assertThat(cli.ok("session", "list", "--columns", "status", "--no-header"))
                .isEqualTo("inactive\n");
    }

    @Test
    void everythingIsClosedBeforeTheProgramRuns() {
        List<String> order = new ArrayList<>();
        cli.programs.whenRun(() -> order.add("program"));
        cli.opening(around -> closingWith(cli.open(around), () -> order.add("closed")));

        cli.ok("exec", "ops", "--", "true");

        assertThat(order).containsExactly("closed", "program");
    }

    @Test
    void whatFollowsTheHyphensIsTheProgramsWhateverItLooksLike() {
        cli.ok(
                "exec",
                "ops",
                "--",
                "sh",
                "--output",
                "json",
                "--verbose",
                "--help",
                "",
                "--",
                "@file",
                "-x=y",
                "session",
                "add");

        assertThat(program().command())
                .containsExactly(
                        "sh", "--output", "json", "--verbose", "--help", "", "--", "@file", "-x=y", "session", "add");
    }

    @Test
    void itsExitCodeIsOurs() {
        cli.programs.endWith(42);

        assertThat(cli.run("exec", "ops", "--", "false")).isEqualTo(new TestCli.Run(42, "", ""));
    }

    @Test
    void withoutHyphensItIsToldWhereTheProgramGoes() {
        TestCli.Run run = cli.run("exec", "ops", "aws");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("two hyphens").contains("leapp exec ops -- aws s3 ls");
        assertThat(cli.run("exec", "ops", "--").code()).isEqualTo(2);
        assertThat(cli.run("exec", "ops", "--", "").code()).isEqualTo(2);
        assertThat(cli.programs.runs()).isEmpty();
    }

    @Test
    void aSessionIsChosenOnATerminalAndNeededElsewhere() {
        assertThat(cli.run("exec", "--", "aws").code()).isEqualTo(2);

        TestCli.Run run = cli.typing("1").run("exec", "--", "aws");

        assertThat(run.code()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(program().environment()).containsEntry("LEAPP_SESSION", "ops");
    }

    @Test
    void whoCanNotBeAskedForACodeIsToldSo() {
        cli.accept("arn:aws:iam::123456789012:mfa/ops", "123456");
        cli.ok("session", "edit", "ops", "--mfa-device", "arn:aws:iam::123456789012:mfa/ops");

        TestCli.Run run = cli.run("exec", "ops", "--non-interactive", "--", "aws");

        assertThat(run.code()).isEqualTo(5);
        assertThat(run.out()).isEmpty();
        assertThat(cli.programs.runs()).isEmpty();
    }

    @Test
    void twoSessionsOfOneCloudAreRefused() {
        cli.withSession("dev", "dev");

        TestCli.Run run = cli.run("exec", "ops", "dev", "--", "aws");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("Sessions ops and dev are both of aws");
    }

    @Test
    void anUnknownSessionIsToldBeforeAnythingRuns() {
        assertThat(cli.run("exec", "oops", "--", "aws").code()).isEqualTo(3);
        assertThat(cli.programs.runs()).isEmpty();
    }

    @Test
    void localStacksEndpointGoesAlong() {
        cli.ok("session", "add", "--type", "aws-localstack", "--name", "local", "--region", "eu-west-1");

        cli.ok("exec", "local", "--", "aws");

        assertThat(program().environment()).containsEntry("AWS_ENDPOINT_URL", "http://localhost:4566");
        assertThat(program().environment()).doesNotContainKey("AWS_ENDPOINT_URL_STS");
        assertThat(Files.exists(home.resolve(".aws"))).isFalse();
    }

    private RecordedPrograms.Run program() {
        return cli.programs.runs().get(cli.programs.runs().size() - 1);
    }

    private static Engine closingWith(Engine engine, Runnable closed) {
        return (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, (proxy, method, args) -> {
                    if (method.getName().equals("close")) {
                        closed.run();
                    }
                    return method.invoke(engine, args);
                });
    }
}
