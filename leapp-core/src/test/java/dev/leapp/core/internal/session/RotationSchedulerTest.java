package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RotationSchedulerTest {

    private static final Duration DUE = Duration.ofMinutes(46);

    @TempDir
    Path home;

    private Fixture fixture;
    private SessionLifecycle lifecycle;
    private SessionId ops;
    private final List<String> told = new CopyOnWriteArrayList<>();
    private final CountDownLatch toldOnce = new CountDownLatch(1);

    private final RotationListener listener = new RotationListener() {
        @Override
        public void rotated(SessionView session) {
            tell("rotated " + session.session().name());
        }

        @Override
        public void failed(SessionView session, LeappException failure) {
            tell("failed " + session.session().name() + " " + failure.code().id());
        }

        @Override
        public void ended(Session session) {
            tell("ended " + session.name());
        }

        private void tell(String event) {
            told.add(event);
            toldOnce.countDown();
        }
    };

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        lifecycle = fixture.lifecycle;
        ops = fixture.add("ops", "ops");
    }

    @Test
    void activeSessionsAreRotatedWhenTheyAreDueAndNotBefore() {
        fixture.add("idle", "idle");
        lifecycle.start(ops, StartOptions.none());
        RotationScheduler scheduler = scheduler(lifecycle);

        fixture.clock.advance(Duration.ofMinutes(41));
        scheduler.rotateDue();
        assertThat(told).isEmpty();

        fixture.clock.advance(Duration.ofMinutes(5));
        scheduler.rotateDue();
        assertThat(told).containsExactly("rotated ops");
        assertThat(fixture.cloud.published).containsOnlyKeys("ops").containsEntry("ops", "credentials-2");

        scheduler.rotateDue();
        assertThat(fixture.cloud.issued).hasValue(2);
    }

    @Test
    void severalSchedulersRotateOnce() {
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(DUE);
        SessionLifecycle other = fixture.another(fixture.user);
        SessionLifecycle.ActiveSession seenByOther = other.activeSessions().get(0);

        scheduler(lifecycle).rotateDue();

        assertThat(other.rotateAhead(ops, seenByOther.state())).isFalse();
        scheduler(other).rotateDue();
        assertThat(told).containsExactly("rotated ops");
        assertThat(fixture.cloud.issued).hasValue(2);
    }

    @Test
    void whatSomebodyGotAlreadyIsMadeAvailableWithoutAskingTheCloud() {
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(DUE);
        lifecycle.credentials(ops, CredentialRequest.standard());

        scheduler(lifecycle).rotateDue();

        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-2");
        assertThat(fixture.cloud.issued).hasValue(2);
    }

    @Test
    void aFailureIsToldAndTriedAgainLaterAndLater() {
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(DUE);
        fixture.cloud.issueFailure = new CredentialException(CoreErrorCode.UNREACHABLE, "no network", null, null);
        RotationScheduler scheduler = scheduler(lifecycle);

        for (int second = 0; second < 60; second++) {
            scheduler.rotateDue();
            fixture.clock.advance(Duration.ofSeconds(1));
        }

        assertThat(told).hasSizeBetween(3, 8).containsOnly("failed ops unreachable");
        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-1");
        fixture.cloud.issueFailure = null;
        fixture.clock.advance(Duration.ofMinutes(2));
        scheduler.rotateDue();
        assertThat(told).endsWith("rotated ops");
    }

    @Test
    void aSessionStoppedElsewhereIsTold() {
        lifecycle.start(ops, StartOptions.none());
        RotationScheduler scheduler = scheduler(lifecycle);
        scheduler.rotateDue();

        fixture.another(fixture.user).stop(ops);
        scheduler.rotateDue();
        scheduler.rotateDue();

        assertThat(told).containsExactly("ended ops");
    }

    @Test
    void rotatesOnTheGivenThreadsUntilClosed() throws Exception {
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(DUE);
        ScheduledExecutorService threads = Executors.newScheduledThreadPool(2);
        try (RotationScheduler scheduler = scheduler(lifecycle)) {
            scheduler.start(threads);
            assertThat(toldOnce.await(10, TimeUnit.SECONDS)).isTrue();
            assertThatThrownBy(() -> scheduler.start(threads)).isInstanceOf(IllegalStateException.class);
        } finally {
            threads.shutdown();
        }

        assertThat(threads.awaitTermination(10, TimeUnit.SECONDS)).isTrue();
        assertThat(told).containsExactly("rotated ops");
    }

    @Test
    void aListenerThatFailsStopsNobody() {
        SessionId web = fixture.add("web", "web");
        lifecycle.start(ops, StartOptions.none());
        lifecycle.start(web, StartOptions.none());
        fixture.clock.advance(DUE);

        new DefaultRotationScheduler(lifecycle, new RotationListener() {
                    @Override
                    public void rotated(SessionView session) {
                        throw new IllegalStateException("a defect of the listener");
                    }
                })
                .rotateDue();

        assertThat(fixture.cloud.issued).hasValue(4);
    }

    private RotationScheduler scheduler(SessionLifecycle of) {
        return new DefaultRotationScheduler(of, listener);
    }
}
