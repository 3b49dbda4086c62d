package dev.leapp.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.leapp.cli.run.Engine;
import dev.leapp.cli.run.ExitCode;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ErrorsTest {

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

    @ParameterizedTest
    @EnumSource(CoreErrorCode.class)
    void everyErrorIsOneLineAHintAndItsExitCode(CoreErrorCode code) {
        failingWith(new LeappException(code, "It is\nbroken", "mend it"));

        TestCli.Run run = cli.run("session", "list");

        assertThat(run.err()).isEqualTo("leapp: It is broken\n  hint: mend it\n");
        assertThat(run.out()).isEmpty();
        assertThat(run.code()).isEqualTo(ExitCode.of(code.trouble()).number());
    }

    @Test
    void withJsonOutputTheErrorIsJsonToo() throws JsonProcessingException {
        failingWith(new LeappException(CoreErrorCode.UNREACHABLE, "No \"answer\"", null));

        TestCli.Run run = cli.run("session", "list", "--output", "json");
        JsonNode error = new ObjectMapper().readTree(run.err()).get("error");

        assertThat(run.out()).isEmpty();
        assertThat(error.get("code").asText()).isEqualTo("unreachable");
        assertThat(error.get("message").asText()).isEqualTo("No \"answer\"");
        assertThat(error.get("hint").isNull()).isTrue();
    }

    @Test
    void anUnknownExceptionIsADefectWithoutStackTrace() {
        failingWith(new IllegalStateException("oops"));

        TestCli.Run run = cli.run("session", "list");

        assertThat(run.code()).isEqualTo(1);
        assertThat(run.err()).contains("IllegalStateException: oops", "defect of leapp", "report");
        assertThat(run.err().lines()).hasSize(2);
    }

    @Test
    void verboseAddsTheStackTrace() {
        failingWith(new IllegalStateException("oops"));

        assertThat(cli.run("session", "list", "--verbose").err()).contains("\tat dev.leapp.cli");
    }

    @Test
    void aFailureToCloseIsToldLikeAnyOther() {
        cli.opening(around -> (Engine) Proxy.newProxyInstance(
                Engine.class.getClassLoader(), new Class<?>[] {Engine.class}, new FailsToClose(cli.open(around))));

        TestCli.Run run = cli.run("workspace");

        assertThat(run.out()).isNotEmpty();
        assertThat(run.err()).isEqualTo("leapp: It can't be closed\n");
        assertThat(run.code()).isEqualTo(10);
    }

    @Test
    void aMistypedCommandSuggestsTheNearest() {
        TestCli.Run run = cli.run("session", "strat", "ops");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("leapp: 'leapp session' has no command 'strat'\n  hint: did you mean start?\n");
    }

    @Test
    void aMistypedFlagSuggestsTheNearestAndNeverRepeatsItsValue() {
        TestCli.Run run = cli.run("session", "start", "--replce=hunter22", "hunter22");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err())
                .isEqualTo("leapp: 'leapp session start' has no flag --replce\n  hint: did you mean --replace?\n");
    }

    @Test
    void aWrongValueOfAFlagNamesTheRightOnes() {
        TestCli.Run run = cli.run("session", "list", "--output", "xml");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).startsWith("leapp: --output must be one of table, json, csv\n");
    }

    @Test
    void aGroupWithoutACommandNamesItsCommands() {
        TestCli.Run run = cli.run("region");

        assertThat(run.code()).isEqualTo(2);
        assertThat(run.err()).contains("get-default, set-default, list");
    }

    private record FailsToClose(Engine engine) implements InvocationHandler {

        @Override
        public Object invoke(Object proxy, Method method, Object[] arguments) throws ReflectiveOperationException {
            if (method.getName().equals("close")) {
                engine.close();
                throw new LeappException(CoreErrorCode.NOT_WRITABLE, "It can't be closed", null);
            }
            return method.invoke(engine, arguments);
        }
    }

    private void failingWith(RuntimeException failure) {
        cli.opening(around -> {
            throw failure;
        });
    }
}
