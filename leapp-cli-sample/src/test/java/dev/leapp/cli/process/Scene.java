package dev.leapp.cli.process;

/** A home in which one command is about to run, again and again from the same beginning. */
interface Scene {

    Home home();

    /** Makes the home what it was before the command. */
    void begin();

    String[] arguments();

    /** Returns the command's standard input. */
    String input();
}
