package dev.leapp.cli.workspace;

import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TextWidth;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.util.ArrayList;
import java.util.List;

/**
 * What a doctor found, for people: grouped by topic, a sign before each line, what helps below it. A terminal's
 * width is kept; elsewhere each finding and each hint is one line.
 */
final class Diagnosis {

    private static final int WIDEST = 100;
    private static final int NARROWEST = 40;
    private static final int UNLIMITED = Integer.MAX_VALUE / 2;
    private static final String INDENT = "       ";
    private static final String ARROW = "-> ";

    private final Io io;
    private final List<Finding> findings;
    private final int width;

    Diagnosis(Io io, List<Finding> findings) {
        this.io = io;
        this.findings = List.copyOf(findings);
        this.width =
                io.tty().out() ? Math.max(NARROWEST, Math.min(WIDEST, io.width().getAsInt())) : UNLIMITED;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        String topic = "";
        for (Finding found : findings) {
            if (!found.topic().equals(topic)) {
                topic = found.topic();
                lines.add(paint(Style.BOLD, Character.toUpperCase(topic.charAt(0)) + topic.substring(1)));
            }
            add(found, lines);
        }
        lines.add("");
        lines.add(summary());
        return lines;
    }

    private void add(Finding found, List<String> lines) {
        String sign = sign(found.severity());
        String first = "  " + paint(style(found.severity()), sign) + " ".repeat(INDENT.length() - 2 - sign.length());
        List<String> what = wrapped(found.what(), "");
        lines.add(first + what.get(0));
        what.stream().skip(1).forEach(line -> lines.add(INDENT + line));
        found.hint()
                .ifPresent(hint ->
                        wrapped(ARROW + hint, " ".repeat(ARROW.length())).forEach(line -> lines.add(INDENT + line)));
    }

    private List<String> wrapped(String text, String indent) {
        return TextWidth.wrap(TextWidth.printable(text), width - INDENT.length(), indent);
    }

    private String summary() {
        long problems = count(Severity.PROBLEM);
        long warnings = count(Severity.WARNING);
        String found = problems == 0 ? "no problem" : problems + (problems == 1 ? " problem" : " problems");
        String rest = warnings == 0 ? "" : ", " + warnings + (warnings == 1 ? " warning" : " warnings");
        return paint(problems == 0 ? Style.GOOD : Style.BAD, found + rest);
    }

    private long count(Severity severity) {
        return findings.stream().filter(found -> found.severity() == severity).count();
    }

    private static String sign(Severity severity) {
        return switch (severity) {
            case OK -> "ok";
            case NOTE -> "-";
            case WARNING -> "!";
            case PROBLEM -> "x";
        };
    }

    private static Style style(Severity severity) {
        return switch (severity) {
            case OK -> Style.GOOD;
            case NOTE -> Style.FAINT;
            case WARNING -> Style.BUSY;
            case PROBLEM -> Style.BAD;
        };
    }

    private String paint(Style style, String text) {
        return io.colours() ? style.paint(text) : text;
    }
}
