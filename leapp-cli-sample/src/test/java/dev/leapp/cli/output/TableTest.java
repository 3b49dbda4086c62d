package dev.leapp.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.output.Column.Shown;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class TableTest {

    @Test
    void linesUpColumnsWithoutSpacesAtTheEnds() {
        Table table = table(true);
        table.row(cells("Name", "Region"));
        table.row(cells("production", "eu-west-1"));
        table.row(cells("x", ""));

        assertThat(table.lines(80)).containsExactly("Name        Region", "production  eu-west-1", "x");
    }

    @Test
    void cutsTheWidestColumnWithAnEllipsisRatherThanWrapping() {
        Table table = table(true);
        table.row(cells("a".repeat(60), "eu-west-1", "active"));

        List<String> lines = table.lines(40);

        assertThat(lines).containsExactly("a".repeat(20) + "…  eu-west-1  active");
        assertThat(lines.get(0)).hasSize(40);
    }

    @Test
    void cutsWhatTellsOfSomethingWrongLast() {
        Table table = table(true);
        table.row(List.of(new Shown("name", Style.PLAIN), new Shown("active (changed)", Style.BAD)));
        table.row(cells("a".repeat(15), "inactive"));

        assertThat(table.lines(26)).containsExactly("name      active (changed)", "aaaaaaa…  inactive");
        assertThat(table.lines(20)).containsExactly("name      active (c…", "aaaaaaa…  inactive");
    }

    @Test
    void breaksLinesBetweenWordsAndKeepsLongWordsWhole() {
        assertThat(TextWidth.wrap("leapp: one two three", 13, "       "))
                .containsExactly("leapp: one", "       two", "       three");
        assertThat(TextWidth.wrap("see /a/path/that/is/long now", 10, "  "))
                .containsExactly("see", "  /a/path/that/is/long", "  now");
        assertThat(TextWidth.wrap("  1  exactly ten", 16, "")).containsExactly("  1  exactly ten");
        assertThat(TextWidth.wrap("", 10, "  ")).containsExactly("");
    }

    @Test
    void countsWideCharactersAsTwoColumns() {
        Table table = table(true);
        table.row(cells("東京東京", "x"));
        table.row(cells("tokyo", "y"));

        assertThat(table.lines(80)).containsExactly("東京東京  x", "tokyo     y");
        assertThat(TextWidth.cut("東京東京", 5, "…")).isEqualTo("東京…");
        assertThat(TextWidth.of("e\u0301")).isEqualTo(1);
    }

    @Test
    void neverExceedsTheRoomHoweverNarrow() {
        Table table = table(true);
        table.row(cells("abcdefghijkl", "abcdefghijkl", "abcdefghijkl", "abcdefghijkl"));

        for (int room = 1; room < 60; room++) {
            assertThat(TextWidth.of(table.lines(room).get(0))).isLessThanOrEqualTo(room);
        }
    }

    @Test
    void usesTwoDotsWhereTheTerminalKnowsNoEllipsis() {
        Table table = table(false);
        table.row(cells("abcdefghijklmnop"));

        assertThat(table.lines(10)).containsExactly("abcdefgh..");
    }

    @Test
    void showsControlCharactersAsQuestionMarks() {
        Table table = table(true);
        table.row(cells("evil\033[2J\nname"));

        assertThat(table.lines(80)).containsExactly("evil?[2J?name");
    }

    @Test
    void paintsCellsWithoutMovingColumns() {
        Table table = new Table(true, true);
        table.row(List.of(new Shown("up", Style.GOOD), new Shown("x", Style.PLAIN)));
        table.row(cells("down", "y"));

        assertThat(table.lines(80)).containsExactly("\033[32mup\033[0m    x", "down  y");
    }

    private static Table table(boolean unicode) {
        return new Table(false, unicode);
    }

    private static List<Shown> cells(String... texts) {
        return Arrays.stream(texts).map(text -> new Shown(text, Style.PLAIN)).toList();
    }
}
