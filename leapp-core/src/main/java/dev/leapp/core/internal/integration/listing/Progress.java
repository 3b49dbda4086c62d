package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.port.UserInteraction;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Tells how far a listing is, not too often. Thread-safe. */
final class Progress {

    private static final Duration PAUSE = Duration.ofMillis(250);
    private static final Duration MEASURED = Duration.ofSeconds(1);
    private static final int LONG = 120;

    private final UserInteraction interaction;
    private final String alias;
    private final Clock clock;
    private int before;
    private int done;
    private int all;
    private @Nullable Instant begun;
    private Instant toldAt = Instant.MIN;

    Progress(UserInteraction interaction, String alias, Clock clock) {
        this.interaction = interaction;
        this.alias = alias;
        this.clock = clock;
    }

    synchronized void accounts() {
        interaction.progress("Listing the accounts of '" + alias + "'");
    }

    /**
     * Begins with the roles.
     *
     * @param found of how many accounts they are known from an interrupted listing
     * @param wanted how many accounts there are to list, those included
     */
    synchronized void roles(int found, int wanted) {
        before = found;
        done = found;
        all = wanted;
        begun = clock.instant();
        tell(begun);
    }

    synchronized void oneMore() {
        done++;
        Instant now = clock.instant();
        if (done == all || !now.isBefore(toldAt.plus(PAUSE))) {
            tell(now);
        }
    }

    private void tell(Instant now) {
        toldAt = now;
        if (all > 0) {
            interaction.progress("Listing roles of '" + alias + "': " + done + " of " + all + " accounts" + left(now));
        }
    }

    private String left(Instant now) {
        Duration taken = begun == null ? Duration.ZERO : Duration.between(begun, now);
        if (done == before || done >= all || taken.compareTo(MEASURED) < 0) {
            return "";
        }
        long seconds = Math.max(1, Math.round((all - done) * (taken.toMillis() / 1000.0) / (done - before)));
        return ", about " + (seconds < LONG ? seconds + " s" : Math.round(seconds / 60.0) + " min") + " left";
    }
}
