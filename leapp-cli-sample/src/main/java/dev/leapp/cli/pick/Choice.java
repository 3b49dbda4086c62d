package dev.leapp.cli.pick;

/**
 * One of the things to choose from.
 *
 * @param <T> what they are
 * @param value the thing
 * @param name what it is called
 * @param details what else is shown of it, and found by
 */
public record Choice<T>(T value, String name, String details) {}
