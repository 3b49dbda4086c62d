package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A session that is started for a while ends by itself. The fake cloud's credentials last an hour. */
class LeaseTest {

    private static final Duration LEASE = Duration.ofMinutes(15);
    private static final StartOptions LEASED = StartOptions.none().withLease(LEASE);
    private static final CredentialRequest REQUEST = CredentialRequest.standard();

    @TempDir
    Path home;

    private Fixture fixture;
    private SessionLifecycle lifecycle;
    private SessionId ops;
    private final List<String> told = new CopyOnWriteArrayList<>();

    private final RotationListener listener = new RotationListener() {
        @Override
        public void rotated(SessionView session) {
            told.add("rotated " + session.session().name());
        }

        @Override
        public void failed(SessionView session, LeappException failure) {
            told.add("failed " + session.session().name());
        }

        @Override
        public void ended(dev.leapp.core.session.Session session) {
            told.add("ended " + session.name());
        }

        @Override
        public void leaseOver(SessionView session) {
            told.add("lease over " + session.session().name() + " " + session.status());
        }
    };

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        lifecycle = fixture.lifecycle;
        ops = fixture.add("ops", "ops");
    }

    @Test
    void aLeasedSessionIsActiveUntilTheEndAndOverFromThenOn() {
        SessionView started = lifecycle.start(ops, LEASED);

        assertThat(started.leasedUntil()).isPresent();
        assertThat(started.status()).isEqualTo(SessionStatus.ACTIVE);
        fixture.clock.advance(LEASE.minusSeconds(1));
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.ACTIVE);

        fixture.clock.advance(Duration.ofSeconds(1));
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.LEASE_OVER);
        assertThat(lifecycle.list()).extracting(SessionView::status).containsExactly(SessionStatus.LEASE_OVER);
        assertThat(fixture.cloud.published).as("reading takes nothing back").containsKey("ops");
        assertThat(SessionStatus.LEASE_OVER).hasToString("lease-over");
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT59.999S", "PT0S", "PT-5M", "PT36H0.001S"})
    void aLeaseOutOfBoundsIsRefused(Duration lease) {
        assertThatThrownBy(() -> StartOptions.none().withLease(lease))
                .hasMessageContaining("1 minute at least and 36 hours at most");
    }

    @Test
    void credentialsAreRefusedAndWhatWasPublishedTakenBack() {
        lifecycle.start(ops, LEASED);
        lifecycle.credentials(ops, REQUEST);
        assertThat(lifecycle.credentials(ops, REQUEST)).as("from memory").isNotNull();

        fixture.clock.advance(LEASE.plusMinutes(3));

        assertOver(() -> lifecycle.credentials(ops, REQUEST));
        assertThatThrownBy(() -> lifecycle.credentials(ops, REQUEST)).hasMessageContaining("3 minutes ago");
        assertThat(fixture.cloud.published).isEmpty();
        assertThat(fixture.cloud.issued).hasValue(1);
        assertThat(lifecycle.get(ops).state()).isInstanceOf(SessionState.LeaseOver.class);
        assertThat(fixture.told).last().extracting(SessionView::status).isEqualTo(SessionStatus.LEASE_OVER);
    }

    @Test
    void anotherProcessDoesNotIssueForItEither() {
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);

        assertOver(() -> fixture.another(fixture.user).credentials(ops, REQUEST));
        assertOver(() -> fixture.another(fixture.user).rotate(ops));
        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void aStopForgetsTheLeaseAndAStartBeginsAnew() {
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);

        SessionView again = lifecycle.start(ops, StartOptions.none());
        assertThat(again.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(again.leasedUntil()).isEmpty();

        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);
        assertOver(() -> lifecycle.credentials(ops, REQUEST));
        lifecycle.stop(ops);
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(lifecycle.credentials(ops, REQUEST)).isNotNull();
    }

    @Test
    void startingAnActiveSessionSetsTheLeaseReplacesItOrLeavesIt() {
        lifecycle.start(ops, StartOptions.none());
        SessionView leased = lifecycle.start(ops, LEASED);
        assertThat(leased.leasedUntil()).isPresent();
        assertThat(fixture.cloud.issued).hasValue(1);

        assertThat(lifecycle.start(ops, StartOptions.none()).leasedUntil()).isEqualTo(leased.leasedUntil());

        SessionView longer = lifecycle.start(ops, StartOptions.none().withLease(Duration.ofHours(3)));
        assertThat(longer.leasedUntil().orElseThrow())
                .isAfter(leased.leasedUntil().orElseThrow());
        fixture.clock.advance(LEASE);
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aRotationKeepsTheEnd() {
        SessionView started = lifecycle.start(ops, LEASED);

        SessionView rotated = lifecycle.rotate(ops);

        assertThat(rotated.leasedUntil()).isEqualTo(started.leasedUntil());
        assertThat(fixture.cloud.issued).hasValue(2);
    }

    @Test
    void startOfAnotherSessionTakesBackWhatIsOver() {
        SessionId web = fixture.add("web", "ops");
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);

        lifecycle.start(web, StartOptions.none());

        assertThat(fixture.cloud.published).containsOnlyKeys("ops").containsEntry("ops", "credentials-2");
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.LEASE_OVER);
    }

    @Test
    void stopOfAnotherSessionTakesBackWhatIsOver() {
        SessionId web = fixture.add("web", "web");
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);

        lifecycle.stop(web);

        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void nothingIsRenewedThatOutlivesTheLease() {
        lifecycle.start(ops, StartOptions.none().withLease(Duration.ofMinutes(55)));
        fixture.clock.advance(Duration.ofMinutes(50));

        scheduler().rotateDue();
        assertThat(lifecycle.credentials(ops, REQUEST)).isNotNull();

        assertThat(told).isEmpty();
        assertThat(fixture.cloud.issued).hasValue(1);
    }

    @Test
    void withinALongLeaseCredentialsAreRenewedAndTheEndStays() {
        SessionView started = lifecycle.start(ops, StartOptions.none().withLease(Duration.ofHours(2)));
        fixture.clock.advance(Duration.ofMinutes(50));

        scheduler().rotateDue();

        assertThat(told).containsExactly("rotated ops");
        assertThat(lifecycle.get(ops).leasedUntil()).isEqualTo(started.leasedUntil());
    }

    @Test
    void theSchedulerEndsItAndTellsOnce() {
        lifecycle.start(ops, LEASED);
        DefaultRotationScheduler scheduler = scheduler();
        scheduler.rotateDue();
        fixture.clock.advance(LEASE);

        scheduler.rotateDue();
        scheduler.rotateDue();

        assertThat(told).containsExactly("lease over ops lease-over");
        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void theSchedulerWakesWhenALeaseEnds() throws Exception {
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE.minusSeconds(5));
        CountDownLatch asked = new CountDownLatch(1);
        List<Long> delays = new CopyOnWriteArrayList<>();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(1) {
            @Override
            public ScheduledFuture<?> schedule(Runnable work, long delay, TimeUnit unit) {
                delays.add(unit.toMillis(delay));
                asked.countDown();
                return super.schedule((Callable<?>) () -> null, 0, TimeUnit.SECONDS);
            }
        };
        try (DefaultRotationScheduler scheduler = scheduler()) {
            scheduler.start(threads);
            assertThat(asked.await(10, TimeUnit.SECONDS)).isTrue();
        } finally {
            threads.shutdownNow();
        }

        assertThat(delays).singleElement().satisfies(delay -> assertThat(delay).isBetween(4_000L, 5_001L));
    }

    @Test
    void aCrashWhileItEndsIsClearedUpByTheNextCommand() {
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);
        fixture.cloud.withdrawFailure = new LeappException(CoreErrorCode.DISK_FULL, "the disk is full", null);
        assertOver(() -> lifecycle.credentials(ops, REQUEST));
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INTERRUPTED);
        assertOver(() -> lifecycle.credentials(ops, REQUEST));

        fixture.cloud.withdrawFailure = null;
        lifecycle.start(fixture.add("web", "web"), StartOptions.none());

        assertThat(fixture.cloud.published).containsOnlyKeys("web");
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.LEASE_OVER);
    }

    @Test
    void theSchedulerTriesAgainToTakeBackWhatItCouldNotAndTellsBothOnce() {
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE);
        fixture.cloud.withdrawFailure = new LeappException(CoreErrorCode.DISK_FULL, "the disk is full", null);
        try (DefaultRotationScheduler scheduler = scheduler()) {
            scheduler.rotateDue();
            scheduler.rotateDue();
            assertThat(told).containsExactly("failed ops");
            assertThat(fixture.cloud.published).isNotEmpty();

            fixture.cloud.withdrawFailure = null;
            scheduler.rotateDue();
            scheduler.rotateDue();
        }

        assertThat(fixture.cloud.published).isEmpty();
        assertThat(told).containsExactly("failed ops", "lease over ops lease-over");
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.LEASE_OVER);
    }

    @Test
    void aLeaseThatCanNotEndIsNotWaitedFor() {
        lifecycle.start(ops, LEASED);
        fixture.clock.advance(LEASE.plusSeconds(1));

        assertThat(lifecycle.nextLeaseEnd(lifecycle.activeSessions())).isEmpty();
    }

    private void assertOver(ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(LeappException.class, failure -> {
            assertThat(failure.code()).isEqualTo(CoreErrorCode.LEASE_OVER);
            assertThat(failure).hasMessageContaining("The lease of session 'ops' ended");
            assertThat(failure.hint().orElseThrow()).contains("leapp session start ops --for");
        });
    }

    private DefaultRotationScheduler scheduler() {
        return new DefaultRotationScheduler(lifecycle, listener);
    }
}
