package dev.leapp.cli.output;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jline.utils.WCWidth;

/** Measures and cuts text by the columns it takes on a terminal: wide characters take two, combining ones none. */
public final class TextWidth {

    /** C0, C1 and DEL; and what turns the direction of writing. */
    private static final Pattern CONTROL = Pattern.compile("[\\p{Cc}\\u202A-\\u202E\\u2066-\\u2069]");

    private static final Pattern WORD_END = Pattern.compile("(?<=\\s)(?=\\S)");

    private TextWidth() {}

    /** Returns how many columns a text takes. */
    public static int of(String text) {
        return isAscii(text)
                ? text.length()
                : text.codePoints().map(TextWidth::ofCodePoint).sum();
    }

    /**
     * Cuts a text that is too wide.
     *
     * @param text a line
     * @param columns how much fits
     * @param ellipsis stands for what was cut
     */
    public static String cut(String text, int columns, String ellipsis) {
        if (of(text) <= columns) {
            return text;
        }
        int room = columns - ellipsis.length();
        StringBuilder kept = new StringBuilder();
        for (int i = 0, used = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            used += ofCodePoint(codePoint);
            if (used > room) {
                break;
            }
            kept.appendCodePoint(codePoint);
            i += Character.charCount(codePoint);
        }
        return kept.append(ellipsis).toString();
    }

    /**
     * Breaks a line between words where it would not fit; a word that is too long by itself stays whole.
     *
     * @param text a line
     * @param columns how much fits
     * @param indent stands before each further line
     */
    public static List<String> wrap(String text, int columns, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder();
        for (String word : WORD_END.splitAsStream(text).toList()) {
            boolean fits = of(line.toString()) + of(word.stripTrailing()) <= columns;
            if (!fits && !line.toString().isBlank()) {
                lines.add(line.toString().stripTrailing());
                line.setLength(0);
                line.append(indent);
            }
            line.append(word);
        }
        lines.add(line.toString().stripTrailing());
        return lines;
    }

    /** Makes a line safe to show: what could move the cursor becomes a question mark. */
    public static String printable(String text) {
        return CONTROL.matcher(text).replaceAll("?");
    }

    /** Makes text safe to show as {@link #printable} does, but keeps its lines. */
    static String printableLines(String text) {
        return text.lines().map(TextWidth::printable).collect(Collectors.joining("\n"));
    }

    private static int ofCodePoint(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 127);
    }
}
