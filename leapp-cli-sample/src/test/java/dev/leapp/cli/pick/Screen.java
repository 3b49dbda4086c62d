package dev.leapp.cli.pick;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** As much of a terminal as the picker needs: what it shows, remembered whenever something was drawn. */
final class Screen extends ByteArrayOutputStream {

    private static final Pattern PART = Pattern.compile("\033\\[([0-9]*)([A-Za-z])|\r|\n|[^\033\r\n]");

    private final List<StringBuilder> lines = new ArrayList<>(List.of(new StringBuilder()));
    private final List<String> frames = new ArrayList<>();
    private int row;
    private int column;

    /** What was shown each time. */
    List<String> frames() {
        return frames;
    }

    /** What is shown now, without spaces at the ends of lines. */
    String shown() {
        return lines.stream().map(line -> line.toString().stripTrailing()).collect(Collectors.joining("\n"));
    }

    int cursorRow() {
        return row;
    }

    int cursorColumn() {
        return column;
    }

    @Override
    public void flush() {
        Matcher part = PART.matcher(toString(UTF_8));
        while (part.find()) {
            if (part.group(2) != null) {
                int count = part.group(1).isEmpty() ? 1 : Integer.parseInt(part.group(1));
                control(part.group(2), count);
            } else {
                write(part.group());
            }
        }
        reset();
        frames.add(shown().stripTrailing());
    }

    private void write(String part) {
        if (part.equals("\r")) {
            column = 0;
        } else if (part.equals("\n")) {
            row++;
            while (lines.size() <= row) {
                lines.add(new StringBuilder());
            }
        } else {
            StringBuilder line = lines.get(row);
            line.append(" ".repeat(Math.max(0, column - line.length())));
            line.replace(column, Math.min(line.length(), column + 1), part);
            column++;
        }
    }

    private void control(String letter, int count) {
        switch (letter) {
            case "A" -> row = Math.max(0, row - count);
            case "C" -> column += count;
            case "K" -> lines.get(row).setLength(Math.min(column, lines.get(row).length()));
            case "J" -> {
                control("K", 1);
                lines.subList(row + 1, lines.size()).clear();
            }
            default -> {
                // Colours.
            }
        }
    }
}
