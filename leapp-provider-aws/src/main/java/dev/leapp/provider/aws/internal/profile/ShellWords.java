package dev.leapp.provider.aws.internal.profile;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Splits words as a POSIX shell does: quotes and backslashes, no expansion. The AWS CLI reads section names and commands so. */
public final class ShellWords {

    private static final char NO_QUOTE = 0;

    private final List<String> words = new ArrayList<>();
    private final StringBuilder word = new StringBuilder();
    private boolean inWord;
    private char quote = NO_QUOTE;

    private ShellWords() {}

    /** Returns the words, or empty if a quote is left open or the text ends in a backslash. */
    public static Optional<List<String>> split(String text) {
        var splitter = new ShellWords();
        int at = 0;
        while (at < text.length()) {
            at = splitter.accept(text, at);
            if (at > text.length()) {
                return Optional.empty();
            }
        }
        return splitter.finish();
    }

    /** Takes the char at a position and returns the next position; one past the end tells of an escape without a char. */
    private int accept(String text, int at) {
        char c = text.charAt(at);
        if (c == '\\' && quote != '\'') {
            return escape(text, at);
        }
        if (quote == NO_QUOTE) {
            acceptUnquoted(c);
        } else if (c == quote) {
            quote = NO_QUOTE;
        } else {
            word.append(c);
        }
        return at + 1;
    }

    private int escape(String text, int at) {
        if (at + 1 >= text.length()) {
            return text.length() + 1;
        }
        char escaped = text.charAt(at + 1);
        if (quote == '"' && escaped != '"' && escaped != '\\') {
            word.append('\\');
        }
        word.append(escaped);
        inWord = true;
        return at + 2;
    }

    private void acceptUnquoted(char c) {
        if (ByteText.isBlank(c)) {
            endWord();
        } else if (c == '"' || c == '\'') {
            quote = c;
            inWord = true;
        } else {
            word.append(c);
            inWord = true;
        }
    }

    private void endWord() {
        if (inWord) {
            words.add(word.toString());
            word.setLength(0);
            inWord = false;
        }
    }

    private Optional<List<String>> finish() {
        if (quote != NO_QUOTE) {
            return Optional.empty();
        }
        endWord();
        return Optional.of(List.copyOf(words));
    }
}
