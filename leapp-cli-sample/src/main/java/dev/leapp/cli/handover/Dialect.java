package dev.leapp.cli.handover;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/** How variables are set and removed in a kind of shell, or written into a kind of file. */
interface Dialect {

    /**
     * Returns what sets a variable.
     *
     * @param name its name, of letters, digits and underscores
     * @param value any text
     * @throws dev.leapp.core.error.LeappException if it can't be said
     */
    String set(String name, String value);

    /**
     * Returns what removes a variable.
     *
     * @param name its name, of letters, digits and underscores
     * @throws dev.leapp.core.error.LeappException if it can't be said
     */
    String unset(String name);

    /**
     * Returns what to type so that what a command prints is done.
     *
     * @param command the command
     */
    String use(String command);

    /** Returns everything, what is removed first. */
    default List<String> lines(Collection<String> removed, Map<String, String> set) {
        List<String> lines = new ArrayList<>();
        removed.forEach(name -> lines.add(unset(name)));
        set.forEach((name, value) -> lines.add(set(name, value)));
        return lines;
    }
}
