package dev.leapp.cli.completion;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/** The commands that completion scripts know, each under its path: its words with a space before each. */
final class Grammar {

    /**
     * A command or a group of commands.
     *
     * @param path its words with a space before each; empty for all
     * @param description one line
     * @param flags the flags that the help shows
     * @param arguments what its arguments are, as far as they can be completed
     */
    record Entry(String path, String description, List<Flag> flags, List<Argument> arguments) {

        /** The last of its words. */
        String name() {
            return path.substring(path.lastIndexOf(' ') + 1);
        }

        /** The path of the group that it is in. */
        String group() {
            return path.substring(0, Math.max(0, path.lastIndexOf(' ')));
        }
    }

    /**
     * A flag.
     *
     * @param names its spellings
     * @param description one line
     * @param valued whether a value follows
     * @param kind what the value is, such as {@code profiles}
     */
    record Flag(List<String> names, String description, boolean valued, Optional<String> kind) {}

    /**
     * Arguments that can be completed.
     *
     * @param position which, from 0, or {@code *} for all
     * @param kind what they are
     */
    record Argument(String position, String kind) {}

    private final List<Entry> entries = new ArrayList<>();

    Grammar(CommandLine root) {
        add("", root);
    }

    List<Entry> entries() {
        return entries;
    }

    /** All commands and groups but the first, which is {@code leapp} itself. */
    List<Entry> commands() {
        return entries.subList(1, entries.size());
    }

    /**
     * Returns glob patterns for a path, a space and a flag after which a value follows: for all paths where that is so everywhere.
     *
     * @param quoted how to quote what stands for itself
     */
    List<String> valuedFlags(UnaryOperator<String> quoted) {
        TreeMap<String, TreeSet<String>> valued = new TreeMap<>();
        TreeSet<String> others = new TreeSet<>();
        for (Entry entry : entries) {
            for (Flag flag : entry.flags()) {
                for (String name : flag.names()) {
                    if (flag.valued()) {
                        valued.computeIfAbsent(name, any -> new TreeSet<>()).add(entry.path());
                    } else {
                        others.add(name);
                    }
                }
            }
        }
        return valued.entrySet().stream()
                .flatMap(flag -> others.contains(flag.getKey())
                        ? flag.getValue().stream().map(path -> quoted.apply(path + " " + flag.getKey()))
                        : Stream.of("*" + quoted.apply(" " + flag.getKey())))
                .toList();
    }

    private void add(String path, CommandLine command) {
        CommandSpec spec = command.getCommandSpec();
        if (spec.usageMessage().hidden()) {
            return;
        }
        String[] description = spec.usageMessage().description();
        entries.add(new Entry(path, description.length == 0 ? "" : line(description[0]), flags(spec), arguments(spec)));
        spec.subcommands().forEach((name, sub) -> add(path + " " + name, sub));
    }

    private static List<Flag> flags(CommandSpec spec) {
        return spec.options().stream()
                .filter(option -> !option.hidden())
                .map(Grammar::flag)
                .toList();
    }

    private static Flag flag(OptionSpec option) {
        String[] description = option.description();
        return new Flag(
                List.of(option.names()),
                description.length == 0 ? "" : line(description[0]),
                option.arity().max() > 0,
                kind(option));
    }

    private static List<Argument> arguments(CommandSpec spec) {
        return spec.positionalParameters().stream()
                .flatMap(argument -> kind(argument).stream().map(kind -> new Argument(position(argument), kind)))
                .toList();
    }

    private static String position(PositionalParamSpec argument) {
        return argument.index().max() > argument.index().min()
                ? "*"
                : Integer.toString(argument.index().min());
    }

    private static Optional<String> kind(ArgSpec argument) {
        Iterable<String> candidates = argument.completionCandidates();
        if (candidates instanceof SessionNames) {
            return Optional.of("sessions");
        }
        if (candidates instanceof IntegrationNames) {
            return Optional.of("integrations");
        }
        return candidates instanceof ProfileNames ? Optional.of("profiles") : Optional.empty();
    }

    private static String line(String text) {
        return text.replaceAll("\\s+", " ").replaceFirst("(?<=\\w)\\.$", "");
    }
}
