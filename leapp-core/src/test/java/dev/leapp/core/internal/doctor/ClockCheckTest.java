package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class ClockCheckTest {

    @Test
    void clockThatSaysWhatCanBeIsInOrder() {
        assertThat(at(FakeFile.WRITTEN.minusSeconds(60)).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void clockLongBeforeOrAfterThisProgramIsAProblem() {
        assertThat(at(Instant.EPOCH).severity()).isEqualTo(Severity.PROBLEM);
        assertThat(at(Instant.parse("2099-01-01T00:00:00Z")).severity()).isEqualTo(Severity.PROBLEM);
    }

    @Test
    void clockBehindTheNewestGenerationIsAWarning() {
        assertThat(at(FakeFile.WRITTEN.minus(Duration.ofMinutes(6))).severity()).isEqualTo(Severity.WARNING);
    }

    private static Finding at(Instant now) {
        Clock clock = Clock.fixed(now, ZoneOffset.UTC);
        return Visits.only(new ClockCheck(clock).look(Visits.of(new FakeFile().opening(1))));
    }
}
