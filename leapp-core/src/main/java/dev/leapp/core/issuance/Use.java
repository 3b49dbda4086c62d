package dev.leapp.core.issuance;

/**
 * What credentials were handed out for.
 *
 * @param way how they were handed over: a chain's id, or {@code exec}, {@code env}, {@code serve}, {@code console}, {@code credentials}
 * @param program the program that they were for, its name without arguments; empty if it isn't known
 * @since 0.1
 */
public record Use(String way, String program) {}
