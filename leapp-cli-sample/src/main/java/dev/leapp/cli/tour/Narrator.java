package dev.leapp.cli.tour;

import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.run.Context;
import java.util.regex.Pattern;

/** Tells the tour to somebody who reads it; says nothing when a program does. */
final class Narrator {

    private static final int WIDTH = 80;
    private static final Pattern BREAKS = Pattern.compile("(?<=[ /])");

    private final Context context;
    private final boolean silent;
    private int step;

    Narrator(Context context) {
        this.context = context;
        this.silent = context.out().format() != OutputFormat.TABLE;
    }

    void say(String... lines) {
        for (String line : lines) {
            print(line);
        }
    }

    /** Says something that may be too long for a line, and may be broken after a space or a slash. */
    void wrapped(String indent, String text) {
        var line = new StringBuilder(indent);
        for (String piece : BREAKS.splitAsStream(text).toList()) {
            if (line.length() + piece.stripTrailing().length() > WIDTH) {
                print(line.toString().stripTrailing());
                line.setLength(0);
                line.append(indent);
            }
            line.append(piece);
        }
        print(line.toString());
    }

    void step(String title) {
        step++;
        print("");
        print(painted(Style.BOLD, step + ". " + title));
    }

    void command(String line) {
        print("   " + painted(Style.FAINT, "$ " + line));
    }

    void file(String name, String text) {
        print("   " + name + " now holds:");
        text.strip().lines().forEach(line -> print("     | " + line));
    }

    private String painted(Style style, String text) {
        return context.io().colours() ? style.paint(text) : text;
    }

    private void print(String line) {
        if (!silent) {
            Io io = context.io();
            context.quiet();
            io.out().println(line);
            io.out().flush();
        }
    }
}
