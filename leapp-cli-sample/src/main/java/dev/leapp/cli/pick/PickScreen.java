package dev.leapp.cli.pick;

import dev.leapp.cli.io.Keyboard;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TextWidth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Draws a {@link PickList}: the question with what is typed, and below it the choices. */
final class PickScreen<T> {

    private static final int MOST_ROWS = 10;
    private static final int WIDEST_NAME = 40;
    private static final int OTHER_LINES = 3;
    /** Clears a line. */
    private static final String LINE = "\r\033[K";
    /** Clears what a terminal of another width has made of the lines below. */
    private static final String REST = "\r\033[J";

    private final String question;
    private final boolean colours;
    private final String ellipsis;
    private int first;
    private int below;
    private Keyboard.@Nullable Size drawnIn;

    /**
     * Draws for one question.
     *
     * @param question what is asked, without a colon
     * @param colours whether the terminal has them
     * @param unicode whether it can show more than ASCII
     */
    PickScreen(String question, boolean colours, boolean unicode) {
        this.question = TextWidth.printable(question);
        this.colours = colours;
        this.ellipsis = unicode ? "…" : "..";
    }

    /** Returns what draws the list in the place of what was drawn before, and leaves the cursor behind what is typed. */
    String draw(PickList<T> list, Keyboard.Size size) {
        int room = Math.max(1, size.columns() - 1);
        String asked = asked(list.typed(), room);
        List<String> lines = lines(list, size.rows(), room);
        String start = drawnIn == null || size.equals(drawnIn) ? "" : REST;
        drawnIn = size;
        return start + block(asked, lines) + "\033[" + TextWidth.of(asked) + "C";
    }

    /** Returns what takes away all that was drawn. */
    String erase() {
        return block("", List.of());
    }

    /** Line by line: some terminals keep what is cleared at once. The cursor is left at the beginning of the first line. */
    private String block(String asked, List<String> lines) {
        int rows = Math.max(below, lines.size());
        StringBuilder block = new StringBuilder(LINE).append(asked);
        for (int i = 0; i < rows; i++) {
            block.append("\r\n").append(LINE).append(i < lines.size() ? lines.get(i) : "");
        }
        below = lines.size();
        return block.append(rows == 0 ? "" : "\033[" + rows + "A").append('\r').toString();
    }

    /** Returns the line that stays when something was chosen. */
    String answered(Choice<T> choice) {
        return question + ": " + TextWidth.printable(choice.name());
    }

    /** Of what doesn't fit, the end is what is being typed. */
    private String asked(String typed, int room) {
        String whole = question + ": " + TextWidth.printable(typed);
        int start = 0;
        while (TextWidth.of(whole.substring(start)) > room) {
            start = whole.offsetByCodePoints(start, 1);
        }
        return whole.substring(start);
    }

    private List<String> lines(PickList<T> list, int rows, int room) {
        int shown = Math.max(1, Math.min(Math.min(MOST_ROWS, rows - OTHER_LINES), list.size()));
        first = Math.max(Math.min(first, list.marked()), list.marked() - shown + 1);
        first = Math.max(0, Math.min(first, list.size() - shown));
        int last = Math.min(list.size(), first + shown);
        List<Choice<T>> choices =
                IntStream.range(first, last).mapToObj(list::choice).toList();
        List<String> lines = new ArrayList<>();
        for (int i = first; i < last; i++) {
            lines.add(line(list, i, nameWidth(choices), room));
        }
        lines.add(painted(Style.FAINT, TextWidth.cut(counted(list), room, ellipsis)));
        return lines;
    }

    /** Names leave room for details, where there are any. */
    private static int nameWidth(List<? extends Choice<?>> choices) {
        int widest = choices.stream()
                .mapToInt(choice -> TextWidth.of(TextWidth.printable(choice.name())))
                .max()
                .orElse(0);
        boolean detailed = choices.stream().anyMatch(choice -> !choice.details().isEmpty());
        return detailed ? Math.min(widest, WIDEST_NAME) : widest;
    }

    private String line(PickList<T> list, int index, int width, int room) {
        Choice<T> choice = list.choice(index);
        String mark = index == list.marked() ? "> " : "  ";
        String name =
                TextWidth.cut(TextWidth.printable(choice.name()), Math.min(width, room - mark.length()), ellipsis);
        String details =
                "  " + " ".repeat(Math.max(0, width - TextWidth.of(name))) + TextWidth.printable(choice.details());
        int left = room - mark.length() - TextWidth.of(name);
        return painted(index == list.marked() ? Style.BOLD : Style.PLAIN, mark)
                + highlighted(name, list.typedLetters(choice))
                + painted(
                        Style.FAINT,
                        TextWidth.cut(details, Math.max(0, left), left > 2 ? ellipsis : "")
                                .stripTrailing());
    }

    private String highlighted(String name, boolean[] letters) {
        if (!colours) {
            return name;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < name.length(); ) {
            int end = i;
            while (end < name.length() && isTyped(letters, end) == isTyped(letters, i)) {
                end++;
            }
            text.append((isTyped(letters, i) ? Style.GOOD : Style.PLAIN).paint(name.substring(i, end)));
            i = end;
        }
        return text.toString();
    }

    private static boolean isTyped(boolean[] letters, int position) {
        return position < letters.length && letters[position];
    }

    private String counted(PickList<T> list) {
        String count = list.size() == list.sizeOfAll() ? list.size() + "" : list.size() + " of " + list.sizeOfAll();
        return "  " + count + "; type to filter, Enter takes it, Esc leaves";
    }

    private String painted(Style style, String text) {
        return colours ? style.paint(text) : text;
    }
}
