package dev.leapp.cli.run;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import org.jspecify.annotations.Nullable;

/** Makes the errors of wrong usage. */
public final class Usage {

    private Usage() {}

    /**
     * Makes an error.
     *
     * @param message what is wrong, one line
     * @param hint what to do, or null
     * @return the error, to be thrown
     */
    public static LeappException error(String message, @Nullable String hint) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, message, hint);
    }
}
