package dev.leapp.cli.completion;

import java.util.stream.Collectors;

/** The script for fish. It quotes names itself. */
final class FishScript {

    private static final String FUNCTIONS = """
            # Completion of leapp for fish: leapp completion fish | source

            # Prints the command so far, how many arguments it has, and the flag whose value comes next.
            function __leapp_look
                set -l at ''
                set -l count 0
                set -l flag ''
                for word in (commandline -opc)[2..-1]
                    if test -n "$flag"
                        set flag ''
                        continue
                    end
                    switch "$at $word"
                        case %s
                            set flag $word
                        case '* -*'
                        case %s
                            set at "$at $word"
                        case '*'
                            set count (math $count + 1)
                    end
                end
                echo "$at|$count|$flag"
            end

            function __leapp_is
                string match -q -- $argv[1] (__leapp_look)
            end

            complete -c leapp -f
            """;

    private FishScript() {}

    static String of(Grammar grammar) {
        StringBuilder script = new StringBuilder(FUNCTIONS.formatted(
                String.join(
                        " ",
                        grammar.valuedFlags(FishScript::quoted).stream()
                                .map(FishScript::glob)
                                .toList()),
                grammar.commands().stream().map(entry -> quoted(entry.path())).collect(Collectors.joining(" "))));
        grammar.commands()
                .forEach(entry ->
                        line(script, entry.group() + "|0|", "-a " + quoted(entry.name()), entry.description()));
        for (Grammar.Entry entry : grammar.entries()) {
            entry.flags().forEach(flag -> line(script, entry.path() + "|*", flag(flag), flag.description()));
            entry.arguments()
                    .forEach(argument -> line(
                            script,
                            entry.path() + "|" + argument.position() + "|",
                            "-a " + candidates(argument.kind()),
                            ""));
        }
        return script.toString();
    }

    private static void line(StringBuilder script, String state, String what, String description) {
        script.append("complete -c leapp -n ")
                .append(quoted("__leapp_is " + quoted(state)))
                .append(' ')
                .append(what);
        if (!description.isEmpty()) {
            script.append(" -d ").append(quoted(description));
        }
        script.append('\n');
    }

    private static String flag(Grammar.Flag flag) {
        String names = flag.names().stream()
                .map(name -> name.startsWith("--") ? "-l " + name.substring(2) : "-s " + name.substring(1))
                .collect(Collectors.joining(" "));
        return names + flag.kind().map(kind -> " -x -a " + candidates(kind)).orElse(flag.valued() ? " -r" : "");
    }

    private static String candidates(String kind) {
        return quoted("(leapp __complete " + kind + " 2>/dev/null)");
    }

    /** The star of a pattern is part of fish's quoted text. */
    private static String glob(String pattern) {
        return pattern.startsWith("*'") ? "'*" + pattern.substring(2) : pattern;
    }

    private static String quoted(String text) {
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
    }
}
