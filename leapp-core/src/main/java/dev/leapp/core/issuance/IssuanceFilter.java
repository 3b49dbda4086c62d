package dev.leapp.core.issuance;

import dev.leapp.core.session.SessionId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Which entries of the issuance log are wanted. Immutable.
 *
 * @since 0.1
 */
public final class IssuanceFilter {

    private static final IssuanceFilter ALL = new IssuanceFilter(null, null, Integer.MAX_VALUE);

    private final @Nullable SessionId session;
    private final @Nullable Instant since;
    private final int last;

    private IssuanceFilter(@Nullable SessionId session, @Nullable Instant since, int last) {
        this.session = session;
        this.since = since;
        this.last = last;
    }

    /**
     * Wants all that there are.
     *
     * @return the filter
     */
    public static IssuanceFilter all() {
        return ALL;
    }

    /**
     * Wants those of one session.
     *
     * @param id the session, which may be gone
     * @return a narrower filter
     */
    public IssuanceFilter ofSession(SessionId id) {
        return new IssuanceFilter(id, since, last);
    }

    /**
     * Wants those of a moment and later.
     *
     * @param moment the moment
     * @return a narrower filter
     */
    public IssuanceFilter since(Instant moment) {
        return new IssuanceFilter(session, moment, last);
    }

    /**
     * Wants the newest of those.
     *
     * @param count how many at most
     * @return a narrower filter
     */
    public IssuanceFilter last(int count) {
        return new IssuanceFilter(session, since, count);
    }

    /**
     * Tells whether an entry is wanted, however many there are.
     *
     * @param entry the entry
     * @return whether it fits
     */
    public boolean fits(IssuanceEntry entry) {
        return (session == null || entry.session().filter(session::equals).isPresent())
                && (since == null || !entry.at().isBefore(since));
    }

    /**
     * Returns how many are wanted.
     *
     * @return the newest so many
     */
    public int last() {
        return last;
    }
}
