package dev.leapp.core.issuance;

import dev.leapp.core.session.SessionId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the issuance log. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class IssuanceEntry {

    /** Credentials of a session were handed out. */
    public static final String ISSUED = "issued";

    /** The log begins. */
    public static final String BEGAN = "began";

    /** The log was switched on. */
    public static final String ON = "on";

    /** The log was switched off. */
    public static final String OFF = "off";

    /** Half a line was cut off, which a program left that ended while it wrote. */
    public static final String REPAIRED = "repaired";

    /** Where the log ended was not known any more: entries before this one may be missing. */
    public static final String END_LOST = "end-lost";

    private final long sequence;
    private final Instant at;
    private final String event;
    private final Builder details;

    private IssuanceEntry(Builder builder) {
        this.sequence = builder.sequence;
        this.at = builder.at;
        this.event = builder.event;
        this.details = new Builder(builder);
    }

    /**
     * Begins an entry.
     *
     * @param sequence its number, from 1
     * @param at when it was made
     * @param event what happened, such as {@link #ISSUED}
     * @return a new builder
     */
    public static Builder builder(long sequence, Instant at, String event) {
        return new Builder(sequence, at, event);
    }

    /**
     * Returns its number.
     *
     * @return the number, one more than that of the entry before
     */
    public long sequence() {
        return sequence;
    }

    /**
     * Returns when it was made.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns what happened.
     *
     * @return {@link #ISSUED}, or another one of the events; newer versions may have more
     */
    public String event() {
        return event;
    }

    /**
     * Returns whose credentials were handed out.
     *
     * @return the session's id; empty if it is about the log itself
     */
    public Optional<SessionId> session() {
        return Optional.ofNullable(details.session);
    }

    /**
     * Returns the session's name at that time.
     *
     * @return the name; empty if it is about the log itself
     */
    public Optional<String> sessionName() {
        return Optional.ofNullable(details.sessionName);
    }

    /**
     * Returns the session's type.
     *
     * @return the type as text; empty if it is about the log itself
     */
    public Optional<String> sessionType() {
        return Optional.ofNullable(details.sessionType);
    }

    /**
     * Returns what the credentials were handed out for.
     *
     * @return the use; empty if it is about the log itself
     */
    public Optional<Use> use() {
        return Optional.ofNullable(details.use);
    }

    /**
     * Returns when the credentials expire.
     *
     * @return the moment; empty if it isn't known
     */
    public Optional<Instant> until() {
        return Optional.ofNullable(details.until);
    }

    /**
     * Returns what there is to know besides, for people.
     *
     * @return a sentence, or empty
     */
    public Optional<String> note() {
        return Optional.ofNullable(details.note);
    }

    @Override
    public String toString() {
        return sequence + " " + at + " " + event
                + sessionName().map(name -> " " + name).orElse("");
    }

    /** Collects what an entry says. Not thread-safe. */
    public static final class Builder {

        private final long sequence;
        private final Instant at;
        private final String event;
        private @Nullable SessionId session;
        private @Nullable String sessionName;
        private @Nullable String sessionType;
        private @Nullable Use use;
        private @Nullable Instant until;
        private @Nullable String note;

        private Builder(long sequence, Instant at, String event) {
            this.sequence = sequence;
            this.at = at;
            this.event = event;
        }

        private Builder(Builder other) {
            this(other.sequence, other.at, other.event);
            this.session = other.session;
            this.sessionName = other.sessionName;
            this.sessionType = other.sessionType;
            this.use = other.use;
            this.until = other.until;
            this.note = other.note;
        }

        /**
         * Sets whose credentials were handed out.
         *
         * @param id the session's id
         * @param name its name
         * @param type its type
         * @return this builder
         */
        public Builder session(SessionId id, String name, String type) {
            this.session = id;
            this.sessionName = name;
            this.sessionType = type;
            return this;
        }

        /**
         * Sets what they were handed out for.
         *
         * @param value the use
         * @return this builder
         */
        public Builder use(Use value) {
            this.use = value;
            return this;
        }

        /**
         * Sets when the credentials expire.
         *
         * @param moment the moment
         * @return this builder
         */
        public Builder until(Instant moment) {
            this.until = moment;
            return this;
        }

        /**
         * Sets what there is to know besides.
         *
         * @param sentence for people
         * @return this builder
         */
        public Builder note(String sentence) {
            this.note = sentence;
            return this;
        }

        /**
         * Makes the entry.
         *
         * @return a new entry
         */
        public IssuanceEntry build() {
            return new IssuanceEntry(this);
        }
    }
}
