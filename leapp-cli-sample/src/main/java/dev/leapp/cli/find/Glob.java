package dev.leapp.cli.find;

import java.util.regex.Pattern;

/** A pattern for whole texts: {@code *} stands for any text, {@code ?} for one character; case doesn't matter. */
public final class Glob {

    private static final int FLAGS = Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE | Pattern.DOTALL;

    private final Pattern pattern;

    private Glob(Pattern pattern) {
        this.pattern = pattern;
    }

    /** Reads a pattern; every text is one. */
    public static Glob of(String text) {
        StringBuilder regex = new StringBuilder();
        text.codePoints().forEach(character -> regex.append(regex(character)));
        return new Glob(Pattern.compile(regex.toString(), FLAGS));
    }

    /** Tells whether a text has characters that stand for others. */
    public static boolean isGlob(String text) {
        return text.indexOf('*') >= 0 || text.indexOf('?') >= 0;
    }

    /** Tells whether all of a text fits. */
    public boolean matches(String text) {
        return pattern.matcher(text).matches();
    }

    private static String regex(int character) {
        return switch (character) {
            case '*' -> ".*";
            case '?' -> ".";
            default -> Pattern.quote(Character.toString(character));
        };
    }
}
