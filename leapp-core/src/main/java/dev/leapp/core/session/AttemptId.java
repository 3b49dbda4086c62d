package dev.leapp.core.session;

/**
 * Names one attempt to start or rotate a session, so that an attempt that was overtaken by a stop recognises it.
 *
 * @param value a random text
 * @since 0.1
 */
public record AttemptId(String value) {

    @Override
    public String toString() {
        return value;
    }
}
