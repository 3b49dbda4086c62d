package dev.leapp.provider.aws.internal.profile;

import dev.leapp.provider.aws.internal.profile.Line.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads lines as botocore does, whose rules are the wider ones: {@code =} or {@code :} after a key, comments at any depth, and whatever is indented deeper
 * than the last property continues it.
 */
final class LineReader {

    private static final int NO_PROPERTY = Integer.MAX_VALUE;

    private int propertyIndent = NO_PROPERTY;

    private LineReader() {}

    static List<Line> read(String text) {
        var reader = new LineReader();
        var lines = new ArrayList<Line>();
        int start = 0;
        while (start < text.length()) {
            int end = endOfLine(text, start);
            int next = startOfNext(text, end);
            lines.add(reader.classify(text.substring(start, end), text.substring(end, next)));
            start = next;
        }
        return lines;
    }

    private static int endOfLine(String text, int start) {
        int end = start;
        while (end < text.length() && text.charAt(end) != '\n' && text.charAt(end) != '\r') {
            end++;
        }
        return end;
    }

    private static int startOfNext(String text, int end) {
        if (end >= text.length()) {
            return end;
        }
        return text.startsWith("\r\n", end) ? end + 2 : end + 1;
    }

    private Line classify(String text, String eol) {
        String content = ByteText.trim(text);
        int indent = ByteText.indentOf(text);
        if (content.isEmpty()) {
            return new Line(Kind.BLANK, text, eol, "", "");
        }
        if (content.startsWith("#") || content.startsWith(";")) {
            return new Line(Kind.COMMENT, text, eol, "", "");
        }
        if (indent > propertyIndent) {
            return new Line(Kind.CONTINUATION, text, eol, "", content);
        }
        return content.startsWith("[") && content.indexOf(']') > 1
                ? header(text, eol, content)
                : propertyOrJunk(text, eol, content, indent);
    }

    private Line header(String text, String eol, String content) {
        propertyIndent = NO_PROPERTY;
        return new Line(Kind.HEADER, text, eol, content.substring(1, content.indexOf(']')), "");
    }

    private Line propertyOrJunk(String text, String eol, String content, int indent) {
        int delimiter = delimiterIn(content);
        if (delimiter <= 0) {
            return new Line(Kind.JUNK, text, eol, "", "");
        }
        propertyIndent = indent;
        String key = ByteText.trim(content.substring(0, delimiter)).toLowerCase(Locale.ROOT);
        return new Line(Kind.PROPERTY, text, eol, key, ByteText.trim(content.substring(delimiter + 1)));
    }

    private static int delimiterIn(String content) {
        int equals = content.indexOf('=');
        int colon = content.indexOf(':');
        if (equals < 0 || colon < 0) {
            return Math.max(equals, colon);
        }
        return Math.min(equals, colon);
    }
}
