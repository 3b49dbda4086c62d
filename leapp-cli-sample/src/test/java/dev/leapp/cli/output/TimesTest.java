package dev.leapp.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TimesTest {

    private static final Instant NOW = Instant.parse("2026-03-01T08:00:00.123Z");

    @ParameterizedTest
    @CsvSource({
        "PT9H58M, in 9h 58m",
        "PT10H, in 10h",
        "PT59S, in 59s",
        "PT0S, now",
        "PT-0.4S, now",
        "PT5M10S, in 5m 10s",
        "PT12M10S, in 12m",
        "PT36H, in 1d 12h",
        "PT-3M, 3m ago",
        "PT-50H, 2d 2h ago"
    })
    void tellsPeopleTheDistance(Duration distance, String words) {
        assertThat(new Times(NOW, true).say(NOW.plus(distance))).isEqualTo(words);
    }

    @Test
    void tellsProgramsTheMoment() {
        assertThat(new Times(NOW, false).say(NOW)).isEqualTo("2026-03-01T08:00:00Z");
    }
}
