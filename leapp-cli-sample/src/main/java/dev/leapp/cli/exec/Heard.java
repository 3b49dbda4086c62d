package dev.leapp.cli.exec;

/**
 * What a program said before it ended.
 *
 * @param code its exit code
 * @param out all of its standard output
 * @param err all of its standard error
 */
public record Heard(int code, String out, String err) {}
