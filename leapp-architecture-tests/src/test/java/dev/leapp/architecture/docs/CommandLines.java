package dev.leapp.architecture.docs;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds calls of {@code leapp} in shell text: prompts, variables before the command, pipes and redirections are understood. */
final class CommandLines {

    private static final Pattern WORD = Pattern.compile(
            "\\s*(?:(?<comment>#.*)|(?<end>\\||&&|;)|(?<redirect>[0-9]?[<>]+)|(?<word>(?:'[^']*'|\"[^\"]*\"|[^\\s'\"|;<>])+))");

    private CommandLines() {}

    /** The arguments of each call. */
    static List<List<String>> of(String text) {
        List<List<String>> found = new ArrayList<>();
        text.replaceAll("\\\\\\n", " ")
                .lines()
                .map(line -> line.replaceFirst("^\\s*\\$ ", ""))
                .forEach(line -> {
                    for (List<String> command : commands(line)) {
                        List<String> words = withoutVariables(command);
                        if (!words.isEmpty() && words.get(0).matches("(.*/)?leapp")) {
                            found.add(words.subList(1, words.size()));
                        }
                    }
                });
        return found;
    }

    private static List<List<String>> commands(String line) {
        List<List<String>> commands = new ArrayList<>(List.of(new ArrayList<>()));
        boolean target = false;
        for (Matcher word = WORD.matcher(line); word.find(); ) {
            if (word.group("comment") != null) {
                break;
            } else if (word.group("end") != null) {
                commands.add(new ArrayList<>());
            } else if (word.group("redirect") != null) {
                target = true;
            } else if (target) {
                target = false;
            } else {
                commands.get(commands.size() - 1).add(word.group("word").replaceAll("['\"]", ""));
            }
        }
        return commands;
    }

    private static List<String> withoutVariables(List<String> words) {
        int first = 0;
        while (first < words.size() && words.get(first).matches("\\w+=.*")) {
            first++;
        }
        return words.subList(first, words.size());
    }
}
