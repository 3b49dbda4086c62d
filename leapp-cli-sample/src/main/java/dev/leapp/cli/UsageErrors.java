package dev.leapp.cli;

import dev.leapp.cli.run.Suggestions;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.LeappException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Says what is wrong with a command line, never repeating a value: it may be a secret behind a mistyped flag. */
final class UsageErrors {

    private UsageErrors() {}

    static LeappException of(ParameterException error) {
        CommandSpec spec = error.getCommandLine().getCommandSpec();
        if (error instanceof UnmatchedArgumentException unmatched) {
            return unmatched(spec, unmatched.getUnmatched());
        }
        String help = "'" + spec.qualifiedName() + " --help' explains the flags";
        if (error instanceof MissingParameterException missing) {
            return Usage.error(firstLine(missing.getMessage()), help);
        }
        if (error.getArgSpec() instanceof OptionSpec option) {
            return Usage.error(ofOption(error, option), help);
        }
        return Usage.error(firstLine(error.getMessage()), help);
    }

    private static LeappException unmatched(CommandSpec spec, List<String> words) {
        Optional<String> flag =
                words.stream().filter(word -> word.startsWith("-")).findFirst();
        if (flag.isPresent()) {
            String name = flag.get().replaceFirst("=.*", "");
            return Usage.error(
                    "'" + spec.qualifiedName() + "' has no flag " + name, suggestion(name, flags(spec), spec));
        }
        if (!spec.subcommands().isEmpty()) {
            return Usage.error(
                    "'" + spec.qualifiedName() + "' has no command '" + words.get(0) + "'",
                    suggestion(words.get(0), spec.subcommands().keySet(), spec));
        }
        return Usage.error(
                "'" + spec.qualifiedName() + "' takes fewer arguments than were given",
                "'" + spec.qualifiedName() + " --help' explains them");
    }

    private static String suggestion(String typed, Set<String> known, CommandSpec spec) {
        return Suggestions.nearest(typed, known)
                .map(near -> "did you mean " + near + "?")
                .orElse("'" + spec.qualifiedName() + " --help' shows what there is");
    }

    private static Set<String> flags(CommandSpec spec) {
        Set<String> names = new TreeSet<>();
        spec.options().stream()
                .filter(option -> !option.hidden())
                .forEach(option -> names.addAll(List.of(option.names())));
        return names;
    }

    private static String ofOption(ParameterException error, OptionSpec option) {
        String name = option.longestName();
        if (error instanceof CommandLine.OverwrittenOptionException) {
            return "Give " + name + " once";
        }
        Class<?> type = option.type();
        if (type.isEnum()) {
            return name + " must be one of " + String.join(", ", choices(type));
        }
        if (option.arity().max() == 0) {
            return name + " takes no value";
        }
        return error.getValue() == null ? name + " needs a value" : name + ": " + reason(firstLine(error.getMessage()));
    }

    /** Leaves out what picocli calls the option. */
    private static String reason(String message) {
        return message.substring(message.indexOf(": ") + 1).strip();
    }

    private static List<String> choices(Class<?> type) {
        return List.of(type.getEnumConstants()).stream().map(String::valueOf).toList();
    }

    private static String firstLine(@Nullable String message) {
        return String.valueOf(message).lines().findFirst().orElse("Wrong usage");
    }
}
