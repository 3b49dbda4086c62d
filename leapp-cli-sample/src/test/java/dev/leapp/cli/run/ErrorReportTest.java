package dev.leapp.cli.run;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.exec.Inherited;
import dev.leapp.cli.exec.SystemPrograms;
import dev.leapp.cli.io.Io;
import dev.leapp.core.credential.Secret;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ErrorReportTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();

    @Test
    void aSecretThatGotIntoAnExceptionIsNotShownEvenInTheStackTrace() {
        Context context = context(Map.of(), Io.Tty.NONE);
        context.options().foresee(List.of("--verbose"));
        context.redactor().add(Secret.of("hunter22"));

        new ErrorReport(context).report(new IllegalStateException("bad key hunter22", new Exception("hunter22")));

        assertThat(shown.toString(UTF_8))
                .contains("bad key [redacted]", "\tat ")
                .doesNotContain("hunter22");
    }

    @Test
    void controlCharactersDoNotReachTheTerminal() {
        new ErrorReport(context(Map.of(), Io.Tty.NONE)).report(Usage.error("name \033[2J\007", null));

        assertThat(shown.toString(UTF_8)).isEqualTo("leapp: name ?[2J?\n");
    }

    @Test
    void theNameIsRedOnATerminalUnlessColoursAreUnwanted() {
        Io.Tty terminal = new Io.Tty(true, true, true);
        new ErrorReport(context(Map.of(), terminal)).report(Usage.error("no", null));
        new ErrorReport(context(Map.of("NO_COLOR", "1"), terminal)).report(Usage.error("no", null));
        new ErrorReport(context(Map.of("TERM", "dumb"), terminal)).report(Usage.error("no", null));

        assertThat(shown.toString(UTF_8)).isEqualTo("\033[31mleapp:\033[0m no\nleapp: no\nleapp: no\n");
    }

    private Context context(Map<String, String> environment, Io.Tty tty) {
        PrintStream err = new PrintStream(shown, true, UTF_8);
        Io io = new Io(
                InputStream.nullInputStream(),
                err,
                err,
                environment,
                Path.of("/"),
                tty,
                UTF_8,
                () -> 80,
                () -> () -> {});
        return new Context(
                io,
                Clock.systemUTC(),
                around -> {
                    throw new AssertionError("opened");
                },
                new SystemPrograms(Inherited.unknown()));
    }
}
