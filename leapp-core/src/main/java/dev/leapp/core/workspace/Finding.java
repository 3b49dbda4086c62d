package dev.leapp.core.workspace;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a {@link Doctor} found. Holds no secret. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Finding {

    /** How bad it is; in the order of the constants. */
    public enum Severity {
        /** It is as it should be. */
        OK,
        /** Good to know; nothing is wrong. */
        NOTE,
        /** It works, but not as well or as safely as it could, or perhaps not for long. */
        WARNING,
        /** Something does not work. */
        PROBLEM;

        /** Returns the name in lower case, as users see it. */
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    private final String topic;
    private final Severity severity;
    private final String what;
    private final @Nullable String hint;
    private final List<String> ids;

    private Finding(String topic, Severity severity, String what, @Nullable String hint, List<String> ids) {
        this.topic = topic;
        this.severity = severity;
        this.what = what;
        this.hint = hint;
        this.ids = List.copyOf(ids);
    }

    /**
     * Tells that something is as it should be.
     *
     * @param topic what was looked at, such as {@code backups}
     * @param what what was found, for people
     * @return a finding without a hint
     */
    public static Finding ok(String topic, String what) {
        return new Finding(topic, Severity.OK, what, null, List.of());
    }

    /**
     * Tells something that is good to know.
     *
     * @param topic what was looked at
     * @param what what was found, for people
     * @return a finding without a hint
     */
    public static Finding note(String topic, String what) {
        return new Finding(topic, Severity.NOTE, what, null, List.of());
    }

    /**
     * Tells of something that works, but could be better.
     *
     * @param topic what was looked at
     * @param what what was found, for people
     * @return a finding without a hint
     */
    public static Finding warning(String topic, String what) {
        return new Finding(topic, Severity.WARNING, what, null, List.of());
    }

    /**
     * Tells of something that does not work.
     *
     * @param topic what was looked at
     * @param what what was found, for people
     * @return a finding without a hint
     */
    public static Finding problem(String topic, String what) {
        return new Finding(topic, Severity.PROBLEM, what, null, List.of());
    }

    /**
     * Adds what helps.
     *
     * @param value names the command, for people
     * @return a new finding
     */
    public Finding withHint(String value) {
        return new Finding(topic, severity, what, value, ids);
    }

    /**
     * Adds what it is about.
     *
     * @param id the id of a session, a key slot or a plug-in
     * @return a new finding
     */
    public Finding about(String id) {
        List<String> next = new ArrayList<>(ids);
        next.add(id);
        return new Finding(topic, severity, what, hint, next);
    }

    /**
     * Returns what was looked at.
     *
     * @return a few words in lower case, such as {@code key slots}
     */
    public String topic() {
        return topic;
    }

    /**
     * Returns how bad it is.
     *
     * @return the severity
     */
    public Severity severity() {
        return severity;
    }

    /**
     * Returns what was found.
     *
     * @return a sentence for people, without a full stop
     */
    public String what() {
        return what;
    }

    /**
     * Returns what helps.
     *
     * @return words that name a command, empty where nothing has to be done, or nothing helps
     */
    public Optional<String> hint() {
        return Optional.ofNullable(hint);
    }

    /**
     * Returns what it is about.
     *
     * @return the ids of sessions, key slots or plug-ins, in an unmodifiable list; often empty
     */
    public List<String> ids() {
        return ids;
    }

    @Override
    public String toString() {
        return topic + ": " + severity + ": " + what;
    }
}
