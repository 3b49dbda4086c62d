package dev.leapp.cli.tour;

import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.run.Context;

/** Tells the tour to somebody who reads it; says nothing when a program does. */
final class Narrator {

    private final Context context;
    private final boolean silent;
    private int step;

    Narrator(Context context) {
        this.context = context;
        this.silent = context.out().format() != OutputFormat.TABLE;
    }

    void say(String... lines) {
        for (String line : lines) {
            line.lines().forEach(this::print);
            if (line.isEmpty()) {
                print("");
            }
        }
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
