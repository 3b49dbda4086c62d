package dev.leapp.cli.pick;

import java.util.Locale;

/**
 * One of the things to choose from.
 *
 * @param <T> what they are
 * @param value the thing
 * @param name what it is called
 * @param details what else is shown of it, and found by
 */
public record Choice<T>(T value, String name, String details) {

    boolean hasDetail(String word) {
        return details.toLowerCase(Locale.ROOT).contains(word);
    }
}
