package dev.leapp.cli.output;

import org.jline.utils.WCWidth;

/** Measures and cuts text by the columns it takes on a terminal: wide characters take two, combining ones none. */
final class TextWidth {

    private TextWidth() {}

    static int of(String text) {
        return isAscii(text)
                ? text.length()
                : text.codePoints().map(TextWidth::ofCodePoint).sum();
    }

    static String cut(String text, int columns, String ellipsis) {
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

    /** Makes text safe to show: what could move the cursor becomes a question mark. */
    static String printable(String text) {
        return text.codePoints().anyMatch(Character::isISOControl) ? text.replaceAll("\\p{Cntrl}", "?") : text;
    }

    private static int ofCodePoint(int codePoint) {
        return Math.max(0, WCWidth.wcwidth(codePoint));
    }

    private static boolean isAscii(String text) {
        return text.chars().allMatch(c -> c < 127);
    }
}
