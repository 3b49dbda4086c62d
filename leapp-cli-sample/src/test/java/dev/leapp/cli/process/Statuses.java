package dev.leapp.cli.process;

import java.util.Map;
import java.util.stream.Collectors;

/** What {@code leapp session list} says of each session. */
final class Statuses {

    private Statuses() {}

    /** Returns the status of each session by its name. */
    static Map<String, String> of(Home home) {
        return home.leapp("session", "list", "--output", "csv", "--no-header", "--columns", "Session Name,Status")
                .ok()
                .lines()
                .map(line -> line.split(",", -1))
                .collect(Collectors.toMap(cells -> cells[0], cells -> cells[1]));
    }
}
