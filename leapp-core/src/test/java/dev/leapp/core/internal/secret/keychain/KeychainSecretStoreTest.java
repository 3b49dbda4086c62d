package dev.leapp.core.internal.secret.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whatever a keychain's library does, words come out, in time. */
@Timeout(30)
class KeychainSecretStoreTest {

    private static final SecretName NAME = new SecretName("account");

    @Test
    void aLibraryThatThrowsSomethingRawIsToldWithoutItsText() {
        KeychainSecretStore store = store(Duration.ofSeconds(10), () -> {
            throw new IllegalStateException("response is null, value was hunter2");
        });

        assertThatThrownBy(() -> store.put(NAME, Secret.of("hunter2")))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.SECRET_STORE_FAILED))
                .hasMessage("The test keychain failed in an unexpected way (IllegalStateException)");
    }

    @Test
    void aMissingLibraryIsUnavailability() {
        KeychainSecretStore store = store(Duration.ofSeconds(10), () -> {
            throw new NoClassDefFoundError("org/freedesktop/secret/Service");
        });

        assertThat(store.probe())
                .isEqualTo(new Availability.Unavailable("The test keychain can't be used: a library that it"
                        + " needs is not on the class path (org/freedesktop/secret/Service)"));
        assertThatThrownBy(() -> store.get(NAME))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.NO_SECRET_STORE));
    }

    @Test
    void aKeychainThatBlocksForEverIsGivenUpAndItsThreadInterrupted() throws Exception {
        CountDownLatch interrupted = new CountDownLatch(1);
        KeychainSecretStore store = store(Duration.ofMillis(200), () -> {
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
        });

        assertThatThrownBy(() -> store.get(NAME)).hasMessageContaining("did not answer within 0.2 s");

        assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void callsRunOnDaemonThreads() {
        KeychainSecretStore store = store(Duration.ofSeconds(10), () -> {
            if (!Thread.currentThread().isDaemon()) {
                throw new AssertionError("keeps the process alive");
            }
        });

        assertThat(store.get(NAME)).isEmpty();
    }

    @Test
    void anInterruptedCallerIsToldAndStaysInterrupted() {
        KeychainSecretStore store = store(Duration.ofSeconds(10), () -> {});
        Thread.currentThread().interrupt();

        assertThatThrownBy(() -> store.get(NAME))
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.CANCELLED));

        assertThat(Thread.interrupted()).isTrue();
    }

    @Test
    void aKeychainThatForgetsIsUnavailable() {
        KeychainSecretStore store = store(Duration.ofSeconds(10), () -> {});

        assertThat(store.probe()).isEqualTo(new Availability.Unavailable("What was written could not be read back"));
    }

    private static KeychainSecretStore store(Duration timeout, Step step) {
        return new KeychainSecretStore(
                "The test keychain", () -> new Doing(step), timeout, new RoundTrip(new SecureRandom()));
    }

    @FunctionalInterface
    private interface Step {
        void run() throws Exception;
    }

    private record Doing(Step step) implements KeychainBackend {

        @Override
        public Optional<byte[]> read(String account, Deadline deadline) throws Exception {
            step.run();
            return Optional.empty();
        }

        @Override
        public void write(String account, byte[] utf8, Deadline deadline) throws Exception {
            step.run();
        }

        @Override
        public void delete(String account, Deadline deadline) throws Exception {
            step.run();
        }
    }
}
