package dev.leapp.core.internal.doctor;

import java.time.Duration;
import java.util.Optional;

/**
 * What came of trying a place.
 *
 * @param problem why it can't be reached, empty if it can
 * @param ahead how far our clock is ahead of the place's, empty if that does not tell its time
 */
record Answer(Optional<String> problem, Optional<Duration> ahead) {

    static Answer reached() {
        return new Answer(Optional.empty(), Optional.empty());
    }

    static Answer unreachable(String problem) {
        return new Answer(Optional.of(problem), Optional.empty());
    }

    Answer withAhead(Duration value) {
        return new Answer(problem, Optional.of(value));
    }
}
