package dev.leapp.cli.ask;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.cli.io.Io;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PipedInputStream;
import java.io.PipedOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class AskerTest {

    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final List<String> echo = new ArrayList<>();

    @Test
    void asksOnStandardErrorAndStripsTheAnswer() {
        assertThat(asker("  ops \n").line("Name", "")).isEqualTo("ops");
        assertThat(shown.toString(UTF_8)).isEqualTo("Name: ");
    }

    @Test
    void anEmptyAnswerMeansThePreset() {
        assertThat(asker("\n").line("Region", "eu-west-1")).isEqualTo("eu-west-1");
        assertThat(shown.toString(UTF_8)).isEqualTo("Region [eu-west-1]: ");
    }

    @Test
    void aSecretIsReadWhileTheEchoIsOffAndKeptAsTyped() {
        assertThat(asker(" s3cret \r\n").secret("Key").reveal()).isEqualTo(" s3cret ");
        assertThat(echo).containsExactly("off", "on");
        assertThat(shown.toString(UTF_8)).isEqualTo("Key: \n").doesNotContain("s3cret");
    }

    @Test
    void theEchoComesBackWhenTheInputEnds() {
        Asker asker = asker("");

        assertThatThrownBy(() -> asker.secret("Key"))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        error -> assertThat(error.code().trouble()).isEqualTo(Trouble.CANCELLED));
        assertThat(echo).containsExactly("off", "on");
    }

    @Test
    void readsOneLineAndNoMore() {
        Asker asker = asker("first\nsecond\n");

        assertThat(asker.line("A", "")).isEqualTo("first");
        assertThat(asker.line("B", "")).isEqualTo("second");
    }

    @Test
    void choosesByNumberOrByPartOfTheNameAndAsksAgainUntilItFits() {
        List<String> options = List.of("alpha", "beta", "alphabet");

        assertThat(choose("2", options)).isEqualTo("beta");
        assertThat(choose("BET\nalpha", options)).isEqualTo("alpha");
        assertThat(choose("x\n9\n3", options)).isEqualTo("alphabet");
        assertThat(shown.toString(UTF_8)).contains("   1  alpha\n", "that fits 2 of them", "none of them");
    }

    @Test
    void anInterruptEndsAQuestionThatNobodyAnswers() throws IOException {
        try (PipedOutputStream silent = new PipedOutputStream();
                PipedInputStream nothing = new PipedInputStream(silent)) {
            Asker asker = new Asker(io(nothing), new Progress(io(nothing)), true);
            Thread.currentThread().interrupt();

            assertThatThrownBy(() -> asker.line("Name", "")).hasMessage("Cancelled");
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void onlyAYesIsAYes() {
        assertThat(asker("y\n").confirm("Sure?")).isTrue();
        assertThat(asker("Yes\n").confirm("Sure?")).isTrue();
        assertThat(asker("\n").confirm("Sure?")).isFalse();
        assertThat(asker("yep\n").confirm("Sure?")).isFalse();
    }

    private String choose(String typed, List<String> options) {
        return asker(typed + "\n").choose("Which", options, each -> each);
    }

    private Asker asker(String typed) {
        Io io = io(new ByteArrayInputStream(typed.getBytes(UTF_8)));
        return new Asker(io, new Progress(io), true);
    }

    private Io io(InputStream in) {
        PrintStream err = new PrintStream(shown, true, UTF_8);
        return new Io(in, err, err, Map.of(), Path.of("/"), new Io.Tty(true, true, true), UTF_8, () -> 80, () -> {
            echo.add("off");
            return () -> echo.add("on");
        });
    }
}
