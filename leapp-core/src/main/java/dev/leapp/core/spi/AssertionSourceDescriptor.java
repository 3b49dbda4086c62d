package dev.leapp.core.spi;

/**
 * What an assertion source is.
 *
 * @param id its id, such as {@code browser}
 * @param displayName its name for people
 * @since 0.1
 */
public record AssertionSourceDescriptor(String id, String displayName) {}
