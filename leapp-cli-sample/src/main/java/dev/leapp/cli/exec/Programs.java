package dev.leapp.cli.exec;

import java.util.Optional;

/** Runs other programs with this process's standard streams, directory and terminal. */
public interface Programs {

    /**
     * Puts a program in the place of this process, where the system can do that: then this never returns, and the program is as if it
     * had been run directly. Elsewhere the same as {@link #run}. Everything that this process has open must be closed before.
     *
     * @param program the program
     * @return its exit code
     * @throws ProgramException if it can't be run
     */
    int become(Program program);

    /**
     * Runs a program beside this process, and waits until it ends. Signals that reach this process alone are passed on meanwhile, and
     * end it no more.
     *
     * @param program the program
     * @return its exit code; 128 and the signal's number if a signal ended it
     * @throws ProgramException if it can't be run
     */
    int run(Program program);

    /**
     * Runs a program that asks nothing, and hears it out.
     *
     * @param program the program
     * @return what it said
     * @throws ProgramException if it can't be run
     */
    Heard hear(Program program);

    /** Returns where the program lies that started this process, if the system tells. */
    Optional<String> parent();
}
