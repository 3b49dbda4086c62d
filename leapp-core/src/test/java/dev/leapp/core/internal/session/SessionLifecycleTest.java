package dev.leapp.core.internal.session;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.workspace.Update;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SessionLifecycleTest {

    @TempDir
    Path home;

    private Fixture fixture;
    private SessionLifecycle lifecycle;

    @BeforeEach
    void open() {
        fixture = new Fixture(home);
        lifecycle = fixture.lifecycle;
    }

    @Test
    void startMakesCredentialsAvailable() {
        SessionId ops = fixture.add("ops", "ops");

        SessionView started = lifecycle.start(ops, StartOptions.none());

        assertThat(started.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(started.expiresAt()).isPresent();
        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-1");
        assertThat(fixture.told).extracting(SessionView::status).containsExactly(SessionStatus.ACTIVE);
    }

    @Test
    void stopRemovesThem() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());

        SessionView stopped = lifecycle.stop(ops);

        assertThat(stopped.status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.cloud.published).isEmpty();
        assertThat(fixture.directory.cache().resolve(ops.value())).doesNotExist();
        assertThat(fixture.directory.receipts()).isEmptyDirectory();
    }

    @Test
    void startingAnActiveSessionChangesNothing() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());

        lifecycle.start(ops, StartOptions.none());

        assertThat(fixture.cloud.issued).hasValue(1);
    }

    @Test
    void failedIssueLeavesNothingBehind() {
        SessionId ops = fixture.add("ops", "ops");
        fixture.cloud.issueFailure = refused();

        assertThatThrownBy(() -> lifecycle.start(ops, StartOptions.none())).isSameAs(fixture.cloud.issueFailure);

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void failedPublishIsTakenBack() {
        SessionId ops = fixture.add("ops", "ops");
        fixture.cloud.publishFailure = refused();

        assertThatThrownBy(() -> lifecycle.start(ops, StartOptions.none())).isSameAs(fixture.cloud.publishFailure);

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.cloud.published).isEmpty();
        assertThat(fixture.directory.receipts()).isEmptyDirectory();
    }

    @Test
    void rotateReplacesTheCredentials() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());

        lifecycle.rotate(ops);

        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-2");
    }

    @Test
    void anActiveSessionStaysWithItsChainUntilItIsStopped() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());
        fixture.repository.update(snapshot -> new Update<>(
                snapshot.with(snapshot.workspace().toBuilder()
                        .setting(Chains.settingFor("fake"), FakeCloud.OTHER_CHAIN)
                        .build()),
                true,
                ""));

        lifecycle.rotate(ops);
        assertThat(fixture.cloud.published).containsOnlyKeys("ops");

        lifecycle.stop(ops);
        lifecycle.start(ops, StartOptions.none());
        assertThat(fixture.cloud.published).containsOnlyKeys("other:ops");
    }

    @Test
    void rotateKeepsOldCredentialsWhenIssueFails() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());
        fixture.cloud.issueFailure = refused();

        assertThatThrownBy(() -> lifecycle.rotate(ops)).isSameAs(fixture.cloud.issueFailure);

        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-1");
        SessionView view = lifecycle.get(ops);
        assertThat(view.status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(view.lastFailure())
                .hasValueSatisfying(failure -> assertThat(failure.message()).isEqualTo("refused"));
    }

    @Test
    void rotatingAnInactiveSessionIsRefused() {
        SessionId ops = fixture.add("ops", "ops");

        assertCode(() -> lifecycle.rotate(ops), CoreErrorCode.SESSION_NOT_ACTIVE);
    }

    @Test
    void anotherSessionOnTheProfileIsInTheWayUntilReplaced() {
        SessionId one = fixture.add("one", "shared");
        SessionId two = fixture.add("two", "shared");
        lifecycle.start(one, StartOptions.none());

        assertCode(() -> lifecycle.start(two, StartOptions.none()), CoreErrorCode.PROFILE_IN_USE);
        assertThat(lifecycle.get(one).status()).isEqualTo(SessionStatus.ACTIVE);

        lifecycle.start(two, StartOptions.none().withReplace());
        assertThat(lifecycle.get(one).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(lifecycle.get(two).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsEntry("shared", "credentials-2");
    }

    @Test
    void theReplacedSessionStaysWhenTheNewOneGetsNoCredentials() {
        SessionId one = fixture.add("one", "shared");
        SessionId two = fixture.add("two", "shared");
        lifecycle.start(one, StartOptions.none());
        fixture.cloud.issueFailure = refused();

        assertThatThrownBy(() -> lifecycle.start(two, StartOptions.none().withReplace()))
                .isSameAs(fixture.cloud.issueFailure);

        assertThat(lifecycle.get(one).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsEntry("shared", "credentials-1");
    }

    @Test
    void stopDuringAnAttemptDoesNotWaitAndWins() {
        SessionId ops = fixture.add("ops", "ops");
        SessionLifecycle other = fixture.another(fixture.user);
        fixture.cloud.whileIssuing = () -> other.stop(ops);

        assertCode(() -> lifecycle.start(ops, StartOptions.none()), CoreErrorCode.OVERTAKEN);

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.cloud.published).isEmpty();
    }

    @Test
    void stopWhilePublishingWinsToo() {
        SessionId ops = fixture.add("ops", "ops");
        SessionLifecycle other = fixture.another(fixture.user);
        fixture.cloud.whilePublishing = () -> other.stop(ops);

        assertCode(() -> lifecycle.start(ops, StartOptions.none()), CoreErrorCode.OVERTAKEN);

        assertThat(fixture.cloud.published).isEmpty();
        assertThat(fixture.directory.receipts()).isEmptyDirectory();
    }

    @Test
    void stopDuringARotationWinsToo() {
        SessionId ops = fixture.add("ops", "ops");
        SessionLifecycle other = fixture.another(fixture.user);
        lifecycle.start(ops, StartOptions.none());
        fixture.cloud.whilePublishing = () -> other.stop(ops);

        assertCode(() -> lifecycle.rotate(ops), CoreErrorCode.OVERTAKEN);

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.cloud.published).isEmpty();
        assertThat(fixture.directory.receipts()).isEmptyDirectory();
    }

    @Test
    void stopWhileARotationIsIssuingLeavesNothing() {
        SessionId ops = fixture.add("ops", "ops");
        SessionLifecycle other = fixture.another(fixture.user);
        lifecycle.start(ops, StartOptions.none());
        fixture.cloud.whileIssuing = () -> other.stop(ops);

        assertCode(() -> lifecycle.rotate(ops), CoreErrorCode.OVERTAKEN);

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.directory.receipts()).isEmptyDirectory();
        assertThat(fixture.directory.cache().resolve(ops.value())).doesNotExist();
    }

    @Test
    void anInterruptedThreadStillTakesBackWhatItPublished() {
        SessionId ops = fixture.add("ops", "ops");
        fixture.cloud.publishFailure = refused();
        fixture.cloud.whilePublishing = () -> Thread.currentThread().interrupt();

        assertThatThrownBy(() -> lifecycle.start(ops, StartOptions.none())).isSameAs(fixture.cloud.publishFailure);

        assertThat(Thread.interrupted()).isTrue();
        assertThat(fixture.cloud.published).isEmpty();
        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INACTIVE);
    }

    @Test
    void theReplacedSessionComesBackWhenTheNewOneCanNotBePublished() {
        SessionId one = fixture.add("one", "shared");
        SessionId two = fixture.add("two", "shared");
        lifecycle.start(one, StartOptions.none());
        fixture.cloud.whilePublishing = () -> {
            fixture.cloud.whilePublishing = () -> {};
            throw refused();
        };

        assertThatThrownBy(() -> lifecycle.start(two, StartOptions.none().withReplace()))
                .hasMessage("refused");

        assertThat(lifecycle.get(two).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(lifecycle.get(one).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsOnlyKeys("shared");
    }

    @Test
    void whatDoesNotBelongAmongTheReceiptsIsIgnored() throws Exception {
        SessionId ops = fixture.add("ops", "ops");
        Files.createDirectories(fixture.directory.receipts());
        Files.writeString(fixture.directory.receipts().resolve("a copy of something.json"), "{}");

        lifecycle.start(ops, StartOptions.none());

        assertThat(lifecycle.list()).hasSize(1);
    }

    @Test
    void aDamagedReceiptOfAnotherSessionStopsNobodyAndIsTold() throws Exception {
        SessionId ops = fixture.add("ops", "ops");
        Files.createDirectories(fixture.directory.receipts());
        Files.writeString(fixture.directory.receipts().resolve("some-other-session.json"), "{");

        lifecycle.start(ops, StartOptions.none());

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.user.told).anyMatch(line -> line.contains("some-other-session"));
    }

    @Test
    void aPendingSessionThatDiedBeforePublishingIsClearedToo() {
        SessionId dead = fixture.add("dead", "dead");
        SessionId next = fixture.add("next", "next");
        pretendPending(dead);

        lifecycle.start(next, StartOptions.none());

        assertThat(lifecycle.get(dead).status()).isEqualTo(SessionStatus.INACTIVE);
    }

    @Test
    void requestsThatReadAlikeAreNotTheSame() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.credentials(ops, CredentialRequest.standard().with("a", "b").with("c", "d"));

        lifecycle.credentials(ops, CredentialRequest.standard().with("a", "b, c=d"));

        assertThat(fixture.cloud.issued).hasValue(2);
    }

    @Test
    void anAttemptThatDiedIsShownAndClearedByTheNextCommand() {
        SessionId dead = fixture.add("dead", "dead");
        SessionId next = fixture.add("next", "next");
        lifecycle.start(dead, StartOptions.none());
        pretendPending(dead);

        assertThat(lifecycle.get(dead).status()).isEqualTo(SessionStatus.INTERRUPTED);
        assertThat(fixture.cloud.published).containsKey("dead");

        lifecycle.start(next, StartOptions.none());
        assertThat(lifecycle.get(dead).status()).isEqualTo(SessionStatus.INACTIVE);
        assertThat(fixture.cloud.published).containsOnlyKeys("next");
    }

    @Test
    void aStopThatDiedHalfwayIsFinishedByTheNextCommand() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());
        fixture.repository.update(snapshot -> new Update<>(snapshot.with(ops, SessionState.inactive()), true, ""));

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.INTERRUPTED);
        lifecycle.start(ops, StartOptions.none());

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsOnlyKeys("ops");
    }

    @Test
    void aSessionWhoseCredentialsExpiredSaysSoAndStartsAgain() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());
        fixture.clock.advance(Duration.ofHours(2));

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.EXPIRED);
        lifecycle.start(ops, StartOptions.none());

        assertThat(lifecycle.get(ops).status()).isEqualTo(SessionStatus.ACTIVE);
        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-2");
    }

    @Test
    void aStormOfCallersCausesOneCall() throws Exception {
        SessionId ops = fixture.add("ops", "ops");
        SessionLifecycle other = fixture.another(fixture.user);
        List<Callable<Instant>> callers = IntStream.range(0, 16)
                .<Callable<Instant>>mapToObj(i -> () -> (i % 2 == 0 ? lifecycle : other)
                        .credentials(ops, CredentialRequest.standard())
                        .issuedAt())
                .toList();

        List<Instant> issued = inParallel(callers);

        assertThat(issued).hasSize(16).allMatch(issued.get(0)::equals);
        assertThat(fixture.cloud.issued).hasValue(1);
    }

    @Test
    void whoQueuedBehindACancelledPromptIsNotAskedAgain() throws Exception {
        SessionId ops = fixture.add("ops", "ops");
        fixture.cloud.asksForCode = true;
        fixture.user.cancels = true;
        CountDownLatch issuing = new CountDownLatch(1);
        CountDownLatch queued = new CountDownLatch(1);
        fixture.cloud.whileIssuing = () -> {
            issuing.countDown();
            await(queued);
        };
        ExecutorService threads = Executors.newFixedThreadPool(2);
        try {
            Future<CoreErrorCode> first = threads.submit(() -> codeOf(ops, lifecycle));
            await(issuing);
            Future<CoreErrorCode> second = threads.submit(() ->
                    codeOf(ops, fixture.another(fixture.user, new NoticedClock(fixture.clock, queued::countDown))));

            assertThat(first.get(10, TimeUnit.SECONDS)).isEqualTo(CoreErrorCode.CANCELLED);
            assertThat(second.get(10, TimeUnit.SECONDS)).isEqualTo(CoreErrorCode.CANCELLED);
            assertThat(fixture.user.asked).hasValue(1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void anMfaSessionSurvivesStopAndStart() {
        SessionId ops = fixture.add("ops", "ops");
        fixture.cloud.asksForCode = true;
        lifecycle.start(ops, StartOptions.none());
        lifecycle.stop(ops);

        lifecycle.start(ops, StartOptions.none());

        assertThat(fixture.user.asked).hasValue(1);
        assertThat(fixture.cloud.published).containsEntry("ops", "credentials-1");
    }

    @Test
    void aNonInteractiveCallerIsToldThatALoginIsNeeded() {
        SessionId ops = fixture.add("ops", "ops");
        fixture.cloud.asksForCode = true;
        SessionLifecycle script = fixture.another(UserInteraction.nonInteractive());

        assertCode(() -> script.start(ops, StartOptions.none()), CoreErrorCode.MFA_NEEDED);

        assertThat(lifecycle.start(ops, StartOptions.none()).status()).isEqualTo(SessionStatus.ACTIVE);
    }

    @Test
    void aFailingRefreshServesWhatIsStillValid() {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.start(ops, StartOptions.none());
        Instant first = lifecycle.credentials(ops, CredentialRequest.standard()).issuedAt();
        fixture.clock.advance(Duration.ofMinutes(50));
        fixture.cloud.issueFailure = refused();

        assertThat(lifecycle.credentials(ops, CredentialRequest.standard()).issuedAt())
                .isEqualTo(first);
        assertThat(lifecycle.get(ops).lastFailure()).isPresent();

        fixture.clock.advance(Duration.ofMinutes(11));
        assertThatThrownBy(() -> lifecycle.credentials(ops, CredentialRequest.standard()))
                .isSameAs(fixture.cloud.issueFailure);
    }

    @Test
    void whatLiesInTheCacheIsSealedAndOnlyForItsOwner() throws Exception {
        SessionId ops = fixture.add("ops", "ops");
        lifecycle.credentials(ops, CredentialRequest.standard());

        try (var files = Files.walk(fixture.directory.cache())) {
            List<Path> cached = files.filter(Files::isRegularFile).toList();
            assertThat(cached).hasSize(1);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(cached.get(0))))
                    .isEqualTo("rw-------");
            assertThat(Files.readString(cached.get(0), StandardCharsets.ISO_8859_1))
                    .doesNotContain("credentials-1");
        }
    }

    private void pretendPending(SessionId id) {
        SessionState pending = new SessionState.Pending(new AttemptId("gone"), fixture.clock.instant());
        fixture.repository.update(snapshot -> new Update<>(snapshot.with(id, pending), true, ""));
    }

    private static CoreErrorCode codeOf(SessionId id, SessionLifecycle lifecycle) {
        try {
            lifecycle.credentials(id, CredentialRequest.standard());
            throw new AssertionError("should have failed");
        } catch (LeappException e) {
            return (CoreErrorCode) e.code();
        }
    }

    private static void assertCode(ThrowingCallable call, CoreErrorCode code) {
        assertThatThrownBy(call)
                .isInstanceOfSatisfying(
                        LeappException.class, e -> assertThat(e.code()).isEqualTo(code));
    }

    private static CredentialException refused() {
        return new CredentialException(CoreErrorCode.REFUSED_BY_CLOUD, "refused", null, null);
    }

    private static <T> List<T> inParallel(List<Callable<T>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(calls.size());
        try {
            List<T> results = new ArrayList<>();
            for (Future<T> future : threads.invokeAll(calls, 30, TimeUnit.SECONDS)) {
                results.add(future.get());
            }
            return results;
        } finally {
            threads.shutdownNow();
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(10, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
