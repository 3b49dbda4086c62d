package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.port.UserInteraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many who need the same login at once. */
@Timeout(60)
class SingleFlightTest {

    private static final int THREADS = 100;
    private static final Duration EXPIRED = FakeIntegrations.LIFETIME.plusHours(1);

    @TempDir
    private Path home;

    private final ExecutorService threads = Executors.newCachedThreadPool();
    private LoginsFixture fixture;

    @BeforeEach
    void open() {
        fixture = new LoginsFixture(home);
    }

    @AfterEach
    void close() {
        threads.shutdownNow();
    }

    @Test
    void aHundredThreadsOfTwoLeappsNeedOneLogin() throws Exception {
        DefaultLogins other = fixture.another(fixture.person);

        List<String> tokens = atOnce(THREADS, index -> fixture.token(index % 2 == 0 ? fixture.logins : other));

        assertThat(tokens).hasSize(THREADS).containsOnly("canary-token-1");
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void aHundredThreadsNeedOneRefresh() throws Exception {
        fixture.token();
        fixture.clock.advance(EXPIRED);

        List<String> tokens = atOnce(THREADS, index -> fixture.token());

        assertThat(tokens).hasSize(THREADS).containsOnly("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(1);
    }

    @Test
    void aLoginThatTheUserCancelsIsAskedForOnce() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch cancelled = new CountDownLatch(1);
        fixture.provider.whileLoggingIn = () -> {
            asked.countDown();
            await(cancelled);
            throw FakeIntegrations.cancelled();
        };
        List<Future<String>> callers = new ArrayList<>();
        for (int i = 0; i < 10; i++) {
            callers.add(threads.submit(() -> failure(() -> fixture.token())));
        }
        await(asked);
        awaitQueue(9);
        fixture.clock.advance(Duration.ofMinutes(1));
        cancelled.countDown();

        for (Future<String> caller : callers) {
            assertThat(caller.get()).isEqualTo("the user cancelled");
        }
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void whoComesAfterACancelledLoginIsAskedAgain() {
        fixture.provider.whileLoggingIn = () -> {
            throw FakeIntegrations.cancelled();
        };
        assertThatThrownBy(fixture::token).hasMessage("the user cancelled");
        fixture.provider.whileLoggingIn = () -> {};
        fixture.clock.advance(Duration.ofMillis(1));

        assertThat(fixture.token()).isEqualTo("canary-token-1");
    }

    @Test
    void thatNobodyCouldBeAskedSaysNothingToWhoCan() throws Exception {
        DefaultLogins unattended = fixture.another(UserInteraction.nonInteractive());
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.refreshesNoMore = true;
        CountDownLatch refreshing = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        fixture.provider.whileRefreshing = () -> {
            refreshing.countDown();
            await(answered);
        };
        Future<String> nobody = threads.submit(() -> failure(() -> fixture.token(unattended)));
        await(refreshing);
        Future<String> somebody = threads.submit(() -> fixture.token());
        awaitQueue(1);
        answered.countDown();

        assertThat(nobody.get()).contains("login needed:");
        assertThat(somebody.get()).isEqualTo("canary-token-2");
    }

    @Test
    void whoInsistsOnALoginTakesTheOneThatAnotherGotWhileHeWaited() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        fixture.provider.whileLoggingIn = () -> {
            asked.countDown();
            await(answered);
        };
        Callable<LoginState> login = () -> fixture.logins.login(fixture.acme, LoginFlow.AUTO);
        Future<LoginState> first = threads.submit(login);
        await(asked);
        Future<LoginState> second = threads.submit(login);
        awaitQueue(1);
        fixture.clock.advance(Duration.ofSeconds(5));
        answered.countDown();

        assertThat(second.get()).isEqualTo(first.get());
        assertThat(fixture.provider.logins).hasValue(1);
        fixture.clock.advance(Duration.ofSeconds(5));
        fixture.logins.login(fixture.acme, LoginFlow.AUTO);
        assertThat(fixture.provider.logins).hasValue(2);
    }

    @Test
    void whileALoginIsValidNobodyWaitsForItsRenewal() throws Exception {
        fixture.token();
        fixture.clock.advance(FakeIntegrations.LIFETIME.minusMinutes(5));
        CountDownLatch refreshing = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        fixture.provider.whileRefreshing = () -> {
            refreshing.countDown();
            await(answered);
        };
        Future<String> elected = threads.submit(() -> fixture.token());
        await(refreshing);

        assertThat(fixture.token()).isEqualTo("canary-token-1");
        answered.countDown();
        assertThat(elected.get()).isEqualTo("canary-token-2");
    }

    @Test
    void whoWaitsCanBeInterrupted() throws Exception {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        fixture.provider.whileLoggingIn = () -> {
            asked.countDown();
            await(answered);
        };
        Future<String> first = threads.submit(() -> fixture.token());
        await(asked);
        List<LeappException> thrown = Collections.synchronizedList(new ArrayList<>());
        Thread waiter = new Thread(() -> {
            try {
                fixture.token();
            } catch (LeappException e) {
                thrown.add(e);
            }
        });
        waiter.start();
        waiter.interrupt();
        waiter.join();
        answered.countDown();

        assertThat(thrown)
                .singleElement()
                .satisfies(each -> assertThat(each.code()).isEqualTo(CoreErrorCode.CANCELLED));
        assertThat(first.get()).isEqualTo("canary-token-1");
    }

    /** Waits until that many threads wait for the lock; the owner's thread counts not. */
    private void awaitQueue(int waiting) {
        InterProcessLock lock = InterProcessLock.at(new LoginFiles(fixture.directory).lock(fixture.acme.id()));
        while (blocked() < waiting || !isHeld(lock)) {
            Thread.onSpinWait();
        }
    }

    private static long blocked() {
        return Thread.getAllStackTraces().entrySet().stream()
                .filter(thread -> List.of(thread.getValue()).stream()
                        .anyMatch(frame -> frame.getClassName().endsWith(".LockFile")
                                && frame.getMethodName().equals("enter")))
                .count();
    }

    private static boolean isHeld(InterProcessLock lock) {
        try {
            return lock.isHeldByAnyone();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String failure(Callable<String> call) throws Exception {
        try {
            return "no failure: " + call.call();
        } catch (LeappException e) {
            return String.valueOf(e.getMessage());
        }
    }

    private interface Numbered {
        String call(int index) throws Exception;
    }

    private List<String> atOnce(int number, Numbered call) throws Exception {
        CountDownLatch start = new CountDownLatch(1);
        List<Future<String>> calls = new ArrayList<>();
        for (int i = 0; i < number; i++) {
            int index = i;
            calls.add(threads.submit(() -> {
                await(start);
                return call.call(index);
            }));
        }
        start.countDown();
        List<String> answers = new ArrayList<>();
        for (Future<String> each : calls) {
            answers.add(each.get());
        }
        return answers;
    }

    private static void await(CountDownLatch latch) {
        try {
            if (!latch.await(30, TimeUnit.SECONDS)) {
                throw new AssertionError("not reached");
            }
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }
}
