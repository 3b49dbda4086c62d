package dev.leapp.cli.exec;

import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import java.util.Locale;

/** A program can't be run. */
public final class ProgramException extends LeappException {

    private static final long serialVersionUID = 1L;

    /** What is wrong with the program. */
    public enum Code implements ErrorCode {
        /** There is none of that name. */
        PROGRAM_NOT_FOUND,
        /** It is there, but the system doesn't run it. */
        PROGRAM_NOT_RUN;

        @Override
        public String id() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }

        @Override
        public Trouble trouble() {
            return Trouble.NOT_FOUND;
        }
    }

    private ProgramException(Code code, String message, String hint) {
        super(code, message, hint);
    }

    /**
     * Returns that a program is needed that is not there.
     *
     * @param message what for
     * @param hint where to get it
     */
    public static ProgramException missing(String message, String hint) {
        return new ProgramException(Code.PROGRAM_NOT_FOUND, message, hint);
    }

    /** Returns that there is no program of that name. */
    static ProgramException notFound(String name) {
        String hint = name.contains("/")
                ? "check the path"
                : "check its spelling and the PATH; shell aliases and functions are no programs";
        return new ProgramException(Code.PROGRAM_NOT_FOUND, "There is no program " + name, hint);
    }

    /** Returns that the system doesn't run it. */
    static ProgramException notRun(String name, String why) {
        return new ProgramException(
                Code.PROGRAM_NOT_RUN, name + " can't be run: " + why, "it must be a file that you may execute");
    }
}
