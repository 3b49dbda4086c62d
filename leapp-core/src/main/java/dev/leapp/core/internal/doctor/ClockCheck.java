package dev.leapp.core.internal.doctor;

import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Generation;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Can the clock be right? Credentials hang on it, and clouds refuse requests that seem minutes old. */
record ClockCheck(Clock clock) implements Check {

    static final String TOPIC = "clock";

    static final String HINT = "let the system set its clock by the network (on Linux: timedatectl set-ntp true)";

    /** When this was written. */
    private static final Instant EARLIEST = Instant.parse("2025-06-01T00:00:00Z");

    private static final Instant LATEST = EARLIEST.plus(Duration.ofDays(365 * 30));

    private static final Duration SLACK = Duration.ofMinutes(5);

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        if (now.isBefore(EARLIEST) || now.isAfter(LATEST)) {
            return List.of(Finding.problem(TOPIC, "the clock says " + now + ", which can't be")
                    .withHint(HINT));
        }
        Optional<Instant> newest = visit.newest().map(Generation::writtenAt);
        return List.of(newest.filter(written -> written.isAfter(now.plus(SLACK)))
                .map(written -> Finding.warning(
                                TOPIC, "the clock says " + now + ", but the workspace was written at " + written)
                        .withHint(HINT))
                .orElseGet(() -> Finding.ok(TOPIC, "the clock says " + now)));
    }
}
