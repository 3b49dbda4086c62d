package dev.leapp.cli.exec;

import dev.leapp.core.handover.ProgramEnvironment;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A program to run, and what its environment has other than this process's. Immutable. */
public final class Program {

    private final List<String> command;
    private final ProgramEnvironment environment;
    private final Map<String, String> more;

    private Program(List<String> command, ProgramEnvironment environment, Map<String, String> more) {
        this.command = List.copyOf(command);
        this.environment = environment;
        this.more = Collections.unmodifiableMap(new LinkedHashMap<>(more));
    }

    /**
     * Describes a program.
     *
     * @param command its name, or where it lies, and its arguments; it is not looked at by any shell
     * @param environment what is set and removed; everything else is inherited
     */
    public static Program of(List<String> command, ProgramEnvironment environment) {
        if (command.isEmpty()) {
            throw new IllegalArgumentException("A program has a name");
        }
        return new Program(command, environment, Map.of());
    }

    /**
     * Returns the same with one more variable, which is no secret.
     *
     * @param name the variable's name
     * @param value its value
     */
    public Program with(String name, String value) {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put(name, value);
        return new Program(command, environment, all);
    }

    /** Returns its name and its arguments. */
    public List<String> command() {
        return command;
    }

    /** Returns its name as it was given. */
    public String name() {
        return command.get(0);
    }

    /**
     * Makes an environment the program's.
     *
     * @param inherited what it would inherit; is changed, and holds secrets afterwards
     */
    public void applyTo(Map<String, String> inherited) {
        inherited.keySet().removeIf(environment::removes);
        inherited.putAll(more);
        environment.variables().forEach((name, value) -> inherited.put(name, value.reveal()));
    }

    /** Returns the name alone: arguments may be anything. */
    @Override
    public String toString() {
        return "Program[" + name() + "]";
    }
}
