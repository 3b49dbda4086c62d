package dev.leapp.core.error;

/**
 * Says precisely what went wrong, for programs. Open: plug-ins bring their own enums that implement it.
 *
 * @since 0.1
 */
public interface ErrorCode {

    /**
     * Returns the code's name, stable across versions.
     *
     * @return lower-case words joined by hyphens, such as {@code session-not-found}
     */
    String id();

    /**
     * Returns what kind of trouble it is.
     *
     * @return the kind
     */
    Trouble trouble();
}
