package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.internal.login.PaceState.Turn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.PriorityQueue;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SharedPaceTest {

    private static final double RATE = 19;
    private static final Duration SECOND = Duration.ofSeconds(1);

    @TempDir
    private Path directory;

    private final MovingClock clock = new MovingClock();
    private final List<String> told = new ArrayList<>();

    /** Nobody waits: the clock is moved instead. */
    private final Waiting waiting = new Waiting() {
        @Override
        public long nanoTime() {
            return Duration.between(Instant.EPOCH, clock.instant()).toNanos();
        }

        @Override
        public void pause(Duration time) throws InterruptedException {
            if (Thread.interrupted()) {
                throw new InterruptedException();
            }
            clock.advance(time);
        }
    };

    @Test
    void callsAreSpreadEvenly() {
        SharedPace pace = pace(1);
        Instant begun = clock.instant();

        for (int i = 0; i < 191; i++) {
            pace.awaitTurn();
        }

        assertThat(Duration.between(begun, clock.instant()).toMillis()).isBetween(9_900L, 10_010L);
    }

    @Test
    void idleTimeSavesUpOneCallAtMost() {
        SharedPace pace = pace(1);
        pace.awaitTurn();
        clock.advance(Duration.ofHours(1));
        Instant begun = clock.instant();

        pace.awaitTurn();
        pace.awaitTurn();
        assertThat(clock.instant()).isEqualTo(begun);
        pace.awaitTurn();
        assertThat(clock.instant()).isAfter(begun);
    }

    @Test
    void anotherProcessGoesOnWhereThisOneIs() throws Exception {
        SharedPace one = pace(1);
        for (int i = 0; i < 10; i++) {
            one.reserve(Instant.MAX);
        }

        Turn turn = pace(2).reserve(Instant.MAX);

        assertThat(turn.until().toMillis()).isBetween(8 * 1000 / 19L, 10 * 1000 / 19L);
    }

    @Test
    void aThrottledCallHalvesTheRateOnceForAllThatWereUnderWay() {
        SharedPace pace = pace(1);
        pace.awaitTurn();

        pace.throttled(Optional.of(SECOND));
        pace.throttled(Optional.of(SECOND));
        pace.throttled(Optional.empty());

        assertThat(pace.perSecond()).isEqualTo(RATE / 2);
        pace.awaitTurn();
        clock.advance(SECOND);
        pace.throttled(Optional.of(SECOND));
        assertThat(pace.perSecond()).isEqualTo(RATE / 4);
    }

    @Test
    void theRateNeverFallsBelowOneASecond() {
        SharedPace pace = pace(1);

        for (int i = 0; i < 20; i++) {
            pace.throttled(Optional.of(SECOND));
            clock.advance(Duration.ofSeconds(5));
        }

        assertThat(pace.perSecond()).isEqualTo(1);
    }

    @Test
    void nobodyCallsBeforeTheServiceSaysNotEvenWhoHadHisTurn() throws Exception {
        SharedPace one = pace(1);
        SharedPace other = pace(2);
        one.awaitTurn();
        one.awaitTurn();
        Turn given = other.reserve(Instant.MAX);
        Instant throttledAt = clock.instant();

        one.throttled(Optional.of(Duration.ofSeconds(7)));

        assertThat(other.isGood(given)).isFalse();
        other.awaitTurn();
        assertThat(Duration.between(throttledAt, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void whateverTheServiceSaysNobodyStandsStillForMoreThanAMinute() {
        SharedPace pace = pace(1);
        Instant throttledAt = clock.instant();

        pace.throttled(Optional.of(Duration.ofSeconds(99_999)));
        pace(2).awaitTurn();

        assertThat(Duration.between(throttledAt, clock.instant())).isBetween(SECOND, Duration.ofSeconds(61));
    }

    @Test
    void whoseTurnWouldComeTooLateIsToldAtOnceAndTakesNobodysTurn() throws Exception {
        SharedPace pace = pace(1);
        pace.throttled(Optional.of(Duration.ofSeconds(40)));
        Instant throttledAt = clock.instant();

        for (int i = 0; i < 100; i++) {
            assertThatThrownBy(() -> pace.awaitTurn(throttledAt.plusSeconds(30)))
                    .isInstanceOfSatisfying(LeappException.class, thrown -> {
                        assertThat(thrown.code()).isEqualTo(CoreErrorCode.THROTTLED);
                        assertThat(thrown).hasMessageContaining("in 40 seconds");
                    });
        }

        assertThat(clock.instant()).isEqualTo(throttledAt);
        assertThat(pace.reserve(Instant.MAX).until()).isEqualTo(Duration.ofSeconds(40));
        pace.awaitTurn(throttledAt.plusSeconds(50));
        assertThat(Duration.between(throttledAt, clock.instant()))
                .isBetween(Duration.ofSeconds(40), Duration.ofSeconds(41));
    }

    @Test
    void aLongWaitIsToldOnce() {
        SharedPace pace = pace(1);
        pace.awaitTurn();
        pace.awaitTurn();
        pace.awaitTurn();
        assertThat(told).isEmpty();

        pace.throttled(Optional.of(Duration.ofSeconds(7)));
        pace.awaitTurn();
        pace.awaitTurn();

        assertThat(told).containsExactly("Waiting 7 seconds, as the service asks to be called less often");
    }

    @Test
    void whatAProcessCouldNotTellTheOthersDoesNotOverrideWhatTheySaid() throws Exception {
        Path shared = directory.resolve("quota.pace");
        SharedPace alone = pace(1);
        Files.createDirectory(shared);
        alone.awaitTurn();
        Files.delete(shared);
        pace(2).throttled(Optional.of(Duration.ofSeconds(7)));
        Instant throttledAt = clock.instant();

        alone.awaitTurn();

        assertThat(Duration.between(throttledAt, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
        assertThat(alone.perSecond()).isEqualTo(RATE / 2);
    }

    @Test
    void whatAProcessCouldNotTellTheOthersHoldsAsWell() throws Exception {
        Path shared = directory.resolve("quota.pace");
        SharedPace alone = pace(1);
        Files.createDirectory(shared);
        alone.throttled(Optional.of(Duration.ofSeconds(7)));
        Files.delete(shared);
        pace(2).awaitTurn();
        Instant throttledAt = clock.instant();

        alone.awaitTurn();

        assertThat(Duration.between(throttledAt, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(7));
    }

    @Test
    void withoutARetryAfterThePauseGrowsUpToTwentySeconds() {
        List<Duration> pauses = new ArrayList<>();
        SharedPace pace = pace(1);
        for (int i = 0; i < 40; i++) {
            Instant before = clock.instant();
            pace.throttled(Optional.empty());
            pace.awaitTurn();
            pauses.add(Duration.between(before, clock.instant()));
            clock.advance(Duration.ofSeconds(2));
        }

        assertThat(pauses.get(0)).isLessThan(Duration.ofMillis(1001));
        assertThat(pauses).allMatch(pause -> pause.compareTo(Duration.ofSeconds(20)) <= 0);
        assertThat(pauses).anyMatch(pause -> pause.compareTo(Duration.ofSeconds(10)) > 0);
    }

    @Test
    void someTensOfAnswersBringTheFullRateBack() {
        SharedPace pace = pace(1);
        for (int i = 0; i < 10; i++) {
            pace.throttled(Optional.of(SECOND));
            clock.advance(Duration.ofSeconds(5));
        }

        int answers = 0;
        while (pace.perSecond() < RATE && answers < 1000) {
            pace.awaitTurn();
            pace.answered();
            answers++;
        }

        assertThat(pace.perSecond()).isCloseTo(RATE, within(1e-9));
        assertThat(answers).isBetween(20, 60);
    }

    @Test
    void answersToCallsFromBeforeTheThrottlingSayNothing() {
        SharedPace pace = pace(1);
        pace.throttled(Optional.of(SECOND));

        pace.answered();

        assertThat(pace.perSecond()).isEqualTo(RATE / 2);
    }

    @Test
    void aClockThatIsSetBackMakesNobodyWaitForHours() throws Exception {
        SharedPace pace = pace(1);
        for (int i = 0; i < 19; i++) {
            pace.reserve(Instant.MAX);
        }
        clock.advance(Duration.ofHours(-3));

        assertThat(pace(2).reserve(Instant.MAX).until()).isBetween(Duration.ofMillis(800), Duration.ofMillis(1001));
    }

    @Test
    void aClockThatIsSetForwardSavesUpOneCallAtMost() throws Exception {
        pace(1).reserve(Instant.MAX);
        clock.advance(Duration.ofDays(3));
        SharedPace pace = pace(2);
        pace.reserve(Instant.MAX);
        pace.reserve(Instant.MAX);

        assertThat(pace.reserve(Instant.MAX).until()).isPositive();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "nonsense", "rate=NaN\nwrittenAt=2026-11-23T10:00:00Z"})
    void aFileThatIsDamagedIsBegunAnew(String damaged) throws Exception {
        pace(1).reserve(Instant.MAX);
        Files.writeString(directory.resolve("quota.pace"), damaged);

        SharedPace pace = pace(2);
        pace.awaitTurn();
        pace.awaitTurn();
        pace.awaitTurn();

        assertThat(clock.instant()).isAfter(Instant.parse("2026-11-23T10:00:00Z"));
        assertThat(Files.readString(directory.resolve("quota.pace"))).contains("rate=19.0");
    }

    @Test
    void withoutAFileThePaceIsThisProcesssOwn() throws IOException {
        Path blocked = Files.createFile(directory.resolve("blocked"));
        SharedPace pace =
                new SharedPace(new PaceFile(blocked, "quota", waiting), RATE, waiting, new Random(1), clock, told::add);
        Instant begun = clock.instant();

        for (int i = 0; i < 39; i++) {
            pace.awaitTurn();
        }

        assertThat(Duration.between(begun, clock.instant()).toMillis()).isBetween(1_900L, 2_010L);
        pace.throttled(Optional.empty());
        assertThat(pace.perSecond()).isEqualTo(RATE / 2);
    }

    @Test
    void whoWaitsForHisTurnCanBeInterrupted() {
        SharedPace pace = pace(1);
        pace.awaitTurn();
        pace.awaitTurn();
        Thread.currentThread().interrupt();

        assertThatThrownBy(pace::awaitTurn)
                .isInstanceOfSatisfying(
                        LeappException.class,
                        thrown -> assertThat(thrown.code()).isEqualTo(CoreErrorCode.CANCELLED));
        assertThat(Thread.interrupted()).isTrue();
    }

    /** Callers in several processes, who call, are answered after a while or throttled, and call again, in any order. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10})
    void whateverTheCallersDoThereAreNeverMoreCallsThanTheQuotaAllows(long seed) throws Exception {
        Random random = new Random(seed);
        List<Instant> calls = simulate(random, 1 + random.nextInt(12), random.nextDouble() * 0.1, 600);

        for (int from = 0; from < calls.size(); from++) {
            for (int to = from; to < calls.size(); to++) {
                double seconds =
                        Duration.between(calls.get(from), calls.get(to)).toNanos() / 1e9;
                assertThat(to - from + 1).isLessThanOrEqualTo((int) Math.floor(RATE * seconds + 2 + 1e-6));
            }
        }
    }

    @Test
    void aThousandCallsAreMadeAsFastAsTheQuotaAllows() throws Exception {
        List<Instant> calls = simulate(new Random(42), 10, 0, 1010);

        Duration took = Duration.between(calls.get(0), calls.get(calls.size() - 1));
        assertThat(took).isBetween(Duration.ofSeconds(53), Duration.ofSeconds(54));
    }

    /** What happens to a caller next, and when. */
    private record Event(Instant at, int caller, Optional<Turn> turn, boolean called) {}

    private List<Instant> simulate(Random random, int callers, double throttled, int number) throws Exception {
        List<SharedPace> paces = new ArrayList<>();
        PriorityQueue<Event> events = new PriorityQueue<>(Comparator.comparing(Event::at));
        for (int i = 0; i < callers; i++) {
            paces.add(pace(random.nextLong()));
            events.add(new Event(clock.instant(), i, Optional.empty(), false));
        }
        List<Instant> calls = new ArrayList<>();
        while (calls.size() < number) {
            Event event = events.remove();
            clock.set(event.at());
            SharedPace pace = paces.get(event.caller());
            if (event.called()) {
                answer(pace, random, throttled);
                boolean idle = throttled > 0 && random.nextInt(20) == 0;
                Duration rest = idle ? Duration.ofMillis(random.nextInt(3000)) : Duration.ZERO;
                events.add(new Event(event.at().plus(rest), event.caller(), Optional.empty(), false));
            } else if (event.turn().isPresent() && pace.isGood(event.turn().get())) {
                calls.add(event.at());
                events.add(called(event, random));
            } else {
                Turn turn = pace.reserve(Instant.MAX);
                if (turn.until().isZero()) {
                    calls.add(event.at());
                    events.add(called(event, random));
                } else {
                    events.add(new Event(event.at().plus(turn.until()), event.caller(), Optional.of(turn), false));
                }
            }
        }
        return calls;
    }

    private static Event called(Event event, Random random) {
        return new Event(event.at().plusMillis(20 + random.nextInt(300)), event.caller(), Optional.empty(), true);
    }

    private static void answer(SharedPace pace, Random random, double throttled) {
        if (random.nextDouble() < throttled) {
            pace.throttled(
                    random.nextBoolean() ? Optional.empty() : Optional.of(Duration.ofMillis(random.nextInt(4000))));
        } else {
            pace.answered();
        }
    }

    private SharedPace pace(long seed) {
        return new SharedPace(
                new PaceFile(directory, "quota", waiting), RATE, waiting, new Random(seed), clock, told::add);
    }
}
