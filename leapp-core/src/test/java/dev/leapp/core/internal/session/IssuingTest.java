package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Update;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Optional;
import java.util.Queue;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What callers of credentials get while these age, while refreshes fail, and what the cloud and the user notice of it. */
class IssuingTest {

    private static final CredentialRequest STANDARD = CredentialRequest.standard();

    /** The fake cloud's credentials live for an hour, so a quarter of it before they expire they are not fresh any more. */
    private static final Duration STALE = Duration.ofMinutes(46);

    private static final Duration A_WHILE = Duration.ofMillis(1100);

    @TempDir
    Path home;

    private Fixture fixture;
    private SessionLifecycle lifecycle;
    private SessionId ops;

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        lifecycle = fixture.lifecycle;
        ops = fixture.add("ops", "ops");
    }

    @Test
    void whileOneCallerRefreshesTheOthersAreServedWhatIsValid() throws Exception {
        SessionLifecycle other = fixture.another(fixture.user);
        credentials(lifecycle);
        fixture.clock.advance(STALE);
        CountDownLatch issuing = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        fixture.cloud.whileIssuing = () -> {
            issuing.countDown();
            await(answered);
        };
        ExecutorService thread = Executors.newSingleThreadExecutor();
        try {
            Future<String> elected = thread.submit(() -> credentials(lifecycle));
            await(issuing);

            assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
            assertThat(credentials(other)).isEqualTo("credentials-1");
            answered.countDown();
            assertThat(elected.get(10, TimeUnit.SECONDS)).isEqualTo("credentials-2");
        } finally {
            thread.shutdownNow();
        }
        fixture.clock.advance(A_WHILE);
        assertThat(credentials(other)).isEqualTo("credentials-2");
        assertThat(fixture.cloud.issued).hasValue(2);
    }

    @Test
    void withThreadsGivenNoCallerRefreshes() {
        Queue<Runnable> handedOver = new ArrayDeque<>();
        SessionLifecycle threaded = fixture.another(fixture.user, fixture.clock, Optional.of(handedOver::add));
        credentials(threaded);
        fixture.clock.advance(STALE);

        assertThat(credentials(threaded)).isEqualTo("credentials-1");
        fixture.clock.advance(A_WHILE);
        assertThat(credentials(threaded)).isEqualTo("credentials-1");
        assertThat(handedOver).hasSize(1);
        handedOver.remove().run();

        fixture.clock.advance(A_WHILE);
        assertThat(credentials(threaded)).isEqualTo("credentials-2");
    }

    @Test
    void threadsThatTakeNothingAnyMoreDoNotStopRefreshes() {
        SessionLifecycle threaded = fixture.another(fixture.user, fixture.clock, Optional.of(task -> {
            throw new RejectedExecutionException("ended");
        }));
        credentials(threaded);
        fixture.clock.advance(STALE);

        assertThat(credentials(threaded)).isEqualTo("credentials-2");
    }

    @Test
    void whatIsNotValidForLongEnoughIsWaitedFor() {
        credentials(lifecycle);
        fixture.clock.advance(STALE);

        String longer = lifecycle
                .credentials(ops, STANDARD.validFor(Duration.ofMinutes(30)))
                .secret("value")
                .reveal();

        assertThat(longer).isEqualTo("credentials-2");
    }

    @Test
    void refreshesBeginEarlierByAtMostAFifth() {
        credentials(lifecycle);
        fixture.clock.advance(Duration.ofMinutes(41));
        assertThat(credentials(lifecycle)).isEqualTo("credentials-1");

        fixture.clock.advance(Duration.ofMinutes(5));

        assertThat(credentials(lifecycle)).isEqualTo("credentials-2");
    }

    @Test
    void processesDoNotRefreshAtTheSameMoment() {
        Jitter one = new Jitter(new Random(1));
        Jitter other = new Jitter(new Random(2));

        assertThat(one.of(ops, 0))
                .isEqualTo(new Jitter(new Random(1)).of(ops, 0))
                .isNotEqualTo(other.of(ops, 0))
                .isNotEqualTo(one.of(new SessionId("another"), 0))
                .isBetween(0.0, 1.0);
    }

    @Test
    void aRefreshThatFailsForAnHourServesWhatIsValidAndAsksTheCloudSeldom() {
        lifecycle.start(ops, StartOptions.none());
        credentials(lifecycle);
        int[] calls = {0};
        fixture.cloud.whileIssuing = () -> calls[0]++;
        fixture.cloud.issueFailure = failure(CoreErrorCode.UNREACHABLE);
        fixture.clock.advance(STALE);

        for (int second = 0; second < 13 * 60; second++) {
            assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
            fixture.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(calls[0]).isBetween(5, 25);
        assertThat(lifecycle.list().get(0).lastFailure())
                .hasValueSatisfying(failure -> assertThat(failure.code()).isEqualTo("unreachable"));
        assertThat(lifecycle.list().get(0).status()).isEqualTo(SessionStatus.ACTIVE);

        fixture.clock.advance(Duration.ofMinutes(2));
        int before = calls[0];
        for (int second = 0; second < 45 * 60; second++) {
            assertThatThrownBy(() -> credentials(lifecycle)).isInstanceOf(CredentialException.class);
            fixture.clock.advance(Duration.ofSeconds(1));
        }
        assertThat(calls[0] - before).isBetween(100, 45 * 60 / 5 + 1);
    }

    @Test
    void aRefreshThatGoesWellAgainIsNoFailureInTheListAnyMore() {
        lifecycle.start(ops, StartOptions.none());
        fixture.cloud.issueFailure = failure(CoreErrorCode.UNREACHABLE);
        fixture.clock.advance(STALE);
        credentials(lifecycle);
        assertThat(lifecycle.get(ops).lastFailure()).isPresent();
        fixture.cloud.issueFailure = null;
        fixture.clock.advance(A_WHILE);

        assertThat(credentials(lifecycle)).isEqualTo("credentials-2");

        assertThat(lifecycle.get(ops).lastFailure()).isEmpty();
        assertThat(fixture.told.get(fixture.told.size() - 1).lastFailure()).isEmpty();
    }

    @Test
    void whoComesAfterACancelledPromptIsNotAskedAgain() {
        fixture.cloud.asksForCode = true;
        fixture.user.cancels = true;
        SessionLifecycle other = fixture.another(fixture.user);

        assertCode(lifecycle, CoreErrorCode.CANCELLED);
        fixture.clock.advance(Duration.ofSeconds(10));
        assertCode(other, CoreErrorCode.CANCELLED);
        assertCode(fixture.another(UserInteraction.nonInteractive()), CoreErrorCode.CANCELLED);

        assertThat(fixture.user.asked).hasValue(1);
    }

    @Test
    void whoCancelledIsNotAskedAgainWhileSomethingIsValid() {
        fixture.cloud.asksForCode = true;
        credentials(lifecycle);
        fixture.user.cancels = true;
        fixture.clock.advance(STALE);

        for (int minute = 0; minute < 12; minute++) {
            assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
            fixture.clock.advance(Duration.ofMinutes(1));
        }
        assertThat(fixture.user.asked).hasValue(2);

        fixture.clock.advance(Duration.ofMinutes(3));
        assertCode(lifecycle, CoreErrorCode.CANCELLED);
        assertThat(fixture.user.asked).hasValue(3);
    }

    @Test
    void startingAlwaysTriesAgain() {
        fixture.cloud.asksForCode = true;
        fixture.user.cancels = true;
        assertCode(lifecycle, CoreErrorCode.CANCELLED);
        fixture.user.cancels = false;

        lifecycle.start(ops, StartOptions.none());

        assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
        assertThat(fixture.user.asked).hasValue(2);
    }

    @Test
    void startingTriesAgainWithParentsToo() {
        SessionId child = fixture.add("child", "child");
        fixture.repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder()
                        .session(snapshot.workspace().session(child).orElseThrow().toBuilder()
                                .setting("parent", ops.value())
                                .build())
                        .build()),
                true,
                ""));
        fixture.cloud.issueFailure = failure(CoreErrorCode.REFUSED_BY_CLOUD);
        assertCode(lifecycle, CoreErrorCode.REFUSED_BY_CLOUD);
        fixture.cloud.issueFailure = null;

        assertThat(lifecycle.start(child, StartOptions.none()).status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aMendedDefinitionIsTriedAtOnce() {
        fixture.cloud.issueFailure = failure(CoreErrorCode.REFUSED_BY_CLOUD);
        assertCode(lifecycle, CoreErrorCode.REFUSED_BY_CLOUD);
        fixture.cloud.issueFailure = null;
        assertCode(lifecycle, CoreErrorCode.REFUSED_BY_CLOUD);

        lifecycle.forgetCached(ops);

        assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
    }

    @Test
    void whatOneRequestIsRefusedIsNotSaidToAnother() {
        fixture.cloud.issueFailure = failure(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThatThrownBy(() -> lifecycle.credentials(ops, STANDARD.with("scope", "too-much")))
                .isInstanceOf(LeappException.class);
        fixture.cloud.issueFailure = null;

        assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
    }

    @Test
    void whatAnActionIsRefusedIsNotSaidToWhoAsksForCredentials() {
        assertThatThrownBy(() -> lifecycle.act(ops, FakeCloud.REFUSED_ACTION))
                .isInstanceOf(CredentialException.class)
                .hasMessage("no such right");

        assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
    }

    @Test
    void aSharedFailureKeepsTheCloudsCodeAndRequestId() {
        fixture.cloud.issueFailure = new CredentialException(
                CoreErrorCode.REFUSED_BY_CLOUD, "refused", "mend it", null, "AccessDenied", "request-1");
        assertCode(lifecycle, CoreErrorCode.REFUSED_BY_CLOUD);

        CredentialException shared =
                catchThrowableOfType(CredentialException.class, () -> credentials(fixture.another(fixture.user)));

        assertThat(shared).isNotSameAs(fixture.cloud.issueFailure).hasMessage("refused");
        assertThat(shared.hint()).contains("mend it");
        assertThat(shared.cloudCode()).contains("AccessDenied");
        assertThat(shared.requestId()).contains("request-1");
    }

    @Test
    void whoIsEndedWhileHeWaitsForTheCloudSaysNothingAboutTheNext() {
        fixture.cloud.issueFailure = failure(CoreErrorCode.CANCELLED);
        fixture.cloud.whileIssuing = () -> Thread.currentThread().interrupt();
        assertCode(lifecycle, CoreErrorCode.CANCELLED);
        assertThat(Thread.interrupted()).isTrue();
        fixture.cloud.issueFailure = null;
        fixture.cloud.whileIssuing = () -> {};

        assertThat(credentials(lifecycle)).isEqualTo("credentials-1");
    }

    private String credentials(SessionLifecycle from) {
        return from.credentials(ops, STANDARD).secret("value").reveal();
    }

    private void assertCode(SessionLifecycle from, CoreErrorCode code) {
        assertThatThrownBy(() -> credentials(from))
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static CredentialException failure(CoreErrorCode code) {
        return new CredentialException(code, "failed", null, null);
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
