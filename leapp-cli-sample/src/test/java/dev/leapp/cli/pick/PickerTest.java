package dev.leapp.cli.pick;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.cli.io.Keyboard.Keys;
import dev.leapp.cli.io.Keyboard.Size;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.PrintStream;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PickerTest {

    private final Screen screen = new Screen();
    private Size size = new Size(60, 24);

    @ParameterizedTest
    @CsvSource({
        "'\r',dev-admin",
        "'\033[B\r',dev-read",
        "'\016\016\020\r',dev-read",
        "'\033[A\r',dev-admin",
        "'\033[F\r',Ops",
        "'pa\r',prod-admin",
        "'prod adm\r',prod-admin",
        "'azure\r',Ops",
        "'zzz\025op\r',Ops",
        "'prod xx\027read\r',prod-read",
        "'opx\177\r',Ops",
        "'nothing\r\025\r',dev-admin",
        "'\r\r',dev-admin",
    })
    void keysLeadTo(String typed, String chosen) {
        assertThat(pick(typed, sessions())).isEqualTo(chosen);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\003", "\004", "dev\033", ""})
    void leavingIsACancellationAndNothingIsLeftOnTheScreen(String typed) {
        assertThatThrownBy(() -> pick(typed, sessions()))
                .isInstanceOfSatisfying(
                        LeappException.class, error -> assertThat(error.code()).isEqualTo(CoreErrorCode.CANCELLED));
        assertThat(screen.shown().strip()).isEmpty();
        assertThat(screen.cursorRow()).isZero();
    }

    @Test
    void whatWasChosenStaysOnTheScreen() {
        pick("pa\r", sessions());

        assertThat(screen.shown().strip()).isEqualTo("Session: prod-admin");
        assertThat(screen.cursorRow()).isEqualTo(1);
    }

    @Test
    void showsTheChoicesBelowTheQuestion() {
        pick("pr\r", sessions());

        assertThat(frame(0)).isEqualTo("""
                Session:
                > dev-admin   aws, active
                  dev-read    aws
                  prod-admin  aws
                  prod-read   aws
                  Ops         azure
                  5; type to filter, Enter takes it, Esc leaves""");
        assertThat(frame(2)).isEqualTo("""
                Session: pr
                > prod-admin  aws
                  prod-read   aws
                  2 of 5; type to filter, Enter takes it, Esc leaves""");
    }

    @Test
    void theCursorStandsBehindWhatIsTyped() {
        PickScreen<String> drawing = new PickScreen<>("Session", false, true);
        PickList<String> list = new PickList<>(sessions());
        list.press(new Key.Text('p'));

        PrintStream err = new PrintStream(screen, false, UTF_8);
        err.print(drawing.draw(list, size));
        err.flush();

        assertThat(screen.cursorColumn()).isEqualTo("Session: p".length());
    }

    @Test
    void scrollsAndNeverShowsMoreThanFits() {
        List<Choice<String>> many = IntStream.range(0, 300)
                .mapToObj(i -> new Choice<>("s" + i, "s" + i, ""))
                .toList();
        size = new Size(20, 8);

        assertThat(pick("\033[6~\033[6~\033[B\r", many)).isEqualTo("s21");
        assertThat(frame(3).lines())
                .containsExactly("Session:", "  s17", "  s18", "  s19", "  s20", "> s21", "  300; type to fil…");
    }

    @Test
    void isDrawnAnewWhenTheTerminalIsResized() {
        Typed keys = new Typed("\r") {
            @Override
            public int read() {
                boolean first = size.columns() == 60;
                size = new Size(30, 24);
                return first ? Keys.NOTHING : super.read();
            }
        };

        new Picker<>("Session", sessions(), keys, new PrintStream(screen, false, UTF_8), false, false).pick();

        assertThat(frame(1).lines()).allSatisfy(line -> assertThat(line).hasSizeLessThan(30));
        assertThat(frame(1)).contains("type to filter, Enter ..");
    }

    @Test
    void typedLettersAreColouredWhereThereAreColours() {
        PickList<String> list = new PickList<>(sessions());
        "pa".chars().forEach(letter -> list.press(new Key.Text(letter)));

        assertThat(new PickScreen<String>("Session", true, true).draw(list, size))
                .contains("\033[1m> \033[0m\033[32mp\033[0mrod-\033[32ma\033[0mdmin");
    }

    @Test
    void longNamesAreWholeUnlessTheyTakeTheRoomOfDetails() {
        String arn = "arn:aws:iam::123456789012:role/team/Administrator";
        pick("\r", List.of(new Choice<>("x", arn, "")));
        pick("\r", List.of(new Choice<>("x", arn, "details")));

        assertThat(screen.frames().get(0)).contains("> " + arn);
        assertThat(screen.shown()).doesNotContain("details");
        assertThat(screen.frames().get(2)).contains("> arn:aws:iam::123456789012:role/team/Adm…  details");
    }

    @Test
    void namesCantMoveTheCursor() {
        List<Choice<String>> evil = List.of(new Choice<>("x", "a\033[2Jb\nc", "d\007"));

        pick("\r", evil);

        assertThat(frame(0)).contains("> a?[2Jb?c  d?");
    }

    @Test
    void anInterruptedThreadIsACancellation() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> pick("a", sessions())).hasMessage("Cancelled");
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    private String pick(String typed, List<Choice<String>> choices) {
        return new Picker<>("Session", choices, new Typed(typed), new PrintStream(screen, false, UTF_8), false, true)
                .pick();
    }

    /** What was shown after so many keys. */
    private String frame(int index) {
        return screen.frames().get(index);
    }

    private static List<Choice<String>> sessions() {
        return List.of(
                new Choice<>("dev-admin", "dev-admin", "aws, active"),
                new Choice<>("dev-read", "dev-read", "aws"),
                new Choice<>("prod-admin", "prod-admin", "aws"),
                new Choice<>("prod-read", "prod-read", "aws"),
                new Choice<>("Ops", "Ops", "azure"));
    }

    /** Somebody who types this, and then nothing, and then is gone. */
    private class Typed implements Keys {

        private final byte[] bytes;
        private int next;

        Typed(String typed) {
            this.bytes = typed.getBytes(UTF_8);
        }

        @Override
        public int read() {
            int at = next++;
            return at < bytes.length ? bytes[at] & 0xff : at == bytes.length ? NOTHING : END;
        }

        @Override
        public Size size() {
            return size;
        }

        @Override
        public void close() {
            // Nothing was opened.
        }
    }
}
