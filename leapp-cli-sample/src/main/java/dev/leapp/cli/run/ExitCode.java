package dev.leapp.cli.run;

import dev.leapp.cli.exec.ProgramException;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.Trouble;

/** What the process ends with: one number for each kind of trouble. */
public enum ExitCode {
    /** All was done. */
    DONE(0, "done"),
    /** A defect of leapp or of a plug-in. */
    DEFECT(1, "defect of leapp"),
    /** Wrong usage. */
    USAGE(2, "wrong usage"),
    /** What was named does not exist, or the name fits several. */
    NOT_FOUND(3, "not found"),
    /** Something else is in the way. */
    CONFLICT(4, "conflict"),
    /** Somebody must log in or give an MFA code. */
    LOGIN_NEEDED(5, "login or MFA needed"),
    /** The cloud said no. */
    REFUSED(6, "refused by the cloud"),
    /** The cloud could not be reached. */
    NETWORK(7, "network"),
    /** The workspace can't be read. */
    WORKSPACE_UNREADABLE(8, "workspace unreadable"),
    /** No secret store can be used. */
    SECRET_STORE_UNAVAILABLE(9, "secret store unavailable"),
    /** A file can't be written. */
    NOT_WRITTEN(10, "not written"),
    /** Another process holds a lock for too long. */
    BUSY(11, "busy"),
    /** {@code workspace doctor} or {@code log verify} found a problem. */
    PROBLEM_FOUND(12, "problem found"),
    /** A program to run is there, but the system doesn't run it. */
    PROGRAM_NOT_RUN(126, "program not run"),
    /** There is no such program to run. */
    PROGRAM_NOT_FOUND(127, "program not found"),
    /** The user, or a signal, ended it. */
    CANCELLED(130, "cancelled");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** Returns the number that the process ends with. */
    public int number() {
        return number;
    }

    /** Returns what it means, in a few words. */
    public String meaning() {
        return meaning;
    }

    /** Returns the exit code of an error: shells have numbers of their own for programs, all else goes by the kind of trouble. */
    public static ExitCode of(ErrorCode code) {
        return code instanceof ProgramException.Code program ? valueOf(program.name()) : of(code.trouble());
    }

    /** Returns the exit code of a kind of trouble; both have the same names. */
    public static ExitCode of(Trouble trouble) {
        return valueOf(trouble.name());
    }
}
