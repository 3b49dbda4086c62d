package dev.leapp.architecture.docs;

import dev.leapp.architecture.Repository;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A fenced block of a document.
 *
 * @param file the document, below the repository's root
 * @param line where the block begins
 * @param note what a comment {@code <!-- snippet: … -->} right before it says; empty if there is none
 * @param language what it is written in
 * @param text what it says
 */
record Snippet(Path file, int line, String note, String language, String text) {

    private static final Pattern NOTE = Pattern.compile("<!-- snippet: (.*) -->");
    private static final Pattern FENCE = Pattern.compile("```(\\w*)");

    static List<Snippet> all(String language) {
        return Repository.files(".md").stream()
                .flatMap(file -> in(file, Repository.text(file)))
                .filter(snippet -> snippet.language().equals(language))
                .toList();
    }

    static Stream<Snippet> in(Path file, String document) {
        List<Snippet> found = new ArrayList<>();
        List<String> lines = document.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher fence = FENCE.matcher(lines.get(i));
            if (fence.matches()) {
                int end = end(lines, i + 1, file);
                String text = String.join("\n", lines.subList(i + 1, end)) + "\n";
                found.add(new Snippet(file, i + 1, i == 0 ? "" : note(lines.get(i - 1)), fence.group(1), text));
                i = end;
            }
        }
        return found.stream();
    }

    private static int end(List<String> lines, int from, Path file) {
        for (int i = from; i < lines.size(); i++) {
            if (lines.get(i).equals("```")) {
                return i;
            }
        }
        throw new IllegalStateException(file + ":" + from + " opens a block that does not end");
    }

    private static String note(String line) {
        Matcher note = NOTE.matcher(line.strip());
        return note.matches() ? note.group(1) : "";
    }

    @Override
    public String toString() {
        return file + ":" + line;
    }
}
