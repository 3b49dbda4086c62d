package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * What every {@link SecretStore} promises. Extend it, and give a store that works and holds nothing.
 *
 * @since 0.1
 */
public abstract class SecretStoreContract {

    private static final SecretName NAME = new SecretName("0000-iam-user-aws-session-secret-access-key");

    private static final List<String> TEXTS = List.of(
            "",
            " ",
            "pässwörd \u20ac \uD83D\uDD11 \u4E2D",
            "line one\nline two\r\n\ttab",
            "{\"a\":\"b\\\"c\"}",
            "trailing ");
    private static final List<String> ODD_ACCOUNTS = List.of(
            "with space",
            "slash/es\\and..",
            "../../etc/passwd",
            "quote\"'`$(id)",
            "ümläut-\uD83D\uDD11",
            "percent%2F&=;",
            "a=b,c=d",
            "*");

    private SecretStore store = SecretStore.inMemory();

    /** For subclasses. */
    protected SecretStoreContract() {}

    /**
     * Returns a store that works and holds nothing. Called before each test; the store is closed after it.
     *
     * @return the store under test
     * @throws Exception if it can't be set up
     */
    protected abstract SecretStore emptyStore() throws Exception;

    @BeforeEach
    void open() throws Exception {
        store = emptyStore();
    }

    @AfterEach
    void closeStore() {
        store.close();
    }

    @Test
    void whatWasNeverWrittenIsAbsent() {
        assertThat(store.get(NAME)).isEmpty();
    }

    @Test
    void whatWasWrittenIsReadBack() {
        store.put(NAME, Secret.of("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY"));

        assertThat(valueOf(NAME)).contains("wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");
    }

    @Test
    void writingAgainReplaces() {
        store.put(NAME, Secret.of("the former, longer value"));
        store.put(NAME, Secret.of("the new one"));

        assertThat(valueOf(NAME)).contains("the new one");
        store.delete(NAME);
        assertThat(store.get(NAME)).as("nothing of the former value is left").isEmpty();
    }

    @Test
    void whatWasDeletedIsAbsent() {
        store.put(NAME, Secret.of("value"));

        store.delete(NAME);

        assertThat(store.get(NAME)).isEmpty();
    }

    @Test
    void deletingWhatIsNotThereIsIgnored() {
        SecretName kept = new SecretName("another account");
        store.put(kept, Secret.of("kept"));

        store.delete(NAME);

        assertThat(valueOf(kept)).contains("kept");
    }

    @Test
    void namesAreToldApart() {
        SecretName longer = new SecretName(NAME.account() + "-2");
        SecretName upper = new SecretName(NAME.account().toUpperCase(Locale.ROOT));
        store.put(NAME, Secret.of("one"));
        store.put(longer, Secret.of("two"));
        store.put(upper, Secret.of("three"));

        store.delete(longer);

        assertThat(valueOf(NAME)).contains("one");
        assertThat(store.get(longer)).isEmpty();
        assertThat(valueOf(upper)).contains("three");
    }

    @TestFactory
    Stream<DynamicTest> textIsKeptAsItIs() {
        return TEXTS.stream()
                .map(text -> dynamicTest("'" + text + "'", () -> {
                    store.put(NAME, Secret.of(text));

                    assertThat(valueOf(NAME)).contains(text);
                }));
    }

    @Test
    void longValuesAreKept() {
        String value = "0123456789".repeat(900);

        store.put(NAME, Secret.of(value));

        assertThat(valueOf(NAME)).contains(value);
    }

    @TestFactory
    Stream<DynamicTest> oddAccountNamesAreKept() {
        return ODD_ACCOUNTS.stream()
                .map(account -> dynamicTest(account, () -> {
                    SecretName odd = new SecretName(account);
                    store.put(NAME, Secret.of("plain"));

                    store.put(odd, Secret.of("odd"));

                    assertThat(valueOf(odd)).contains("odd");
                    assertThat(valueOf(NAME)).contains("plain");
                    store.delete(odd);
                    assertThat(store.get(odd)).isEmpty();
                    assertThat(valueOf(NAME)).contains("plain");
                }));
    }

    @Test
    void theCallerMayWipeWhatItGaveAndGot() {
        Secret given = Secret.of("value");
        store.put(NAME, given);
        given.close();
        store.get(NAME).ifPresent(Secret::close);

        assertThat(valueOf(NAME)).contains("value");
    }

    @Test
    void concurrentWritersLoseNothing() throws Exception {
        int writers = 8;
        CountDownLatch together = new CountDownLatch(1);
        ExecutorService pool = Executors.newFixedThreadPool(writers);
        try {
            List<Future<SecretName>> written = new ArrayList<>();
            for (int i = 0; i < writers; i++) {
                written.add(pool.submit(writer(i, together)));
            }
            together.countDown();
            for (int i = 0; i < writers; i++) {
                SecretName name = written.get(i).get(60, TimeUnit.SECONDS);
                assertThat(valueOf(name)).as(name.account()).contains("value of " + i);
            }
        } finally {
            pool.shutdownNow();
        }
    }

    @Test
    void probingSaysThatItWorksAndLeavesEverythingAlone() {
        store.put(NAME, Secret.of("value"));

        Availability availability = store.probe();

        assertThat(availability).isEqualTo(new Availability.Available());
        assertThat(valueOf(NAME)).contains("value");
    }

    @Test
    void itListsWhatItHoldsOrSaysThatItCannot() {
        SecretName other = new SecretName("another account");
        Set<SecretName> before = store.names().orElse(Set.of());
        store.put(NAME, Secret.of("value"));
        store.put(other, Secret.of("0123456789".repeat(900)));

        Optional<Set<SecretName>> names = store.names();

        Assumptions.assumeTrue(names.isPresent(), "this store can't list what it holds");
        assertThat(before).isEmpty();
        assertThat(names.orElseThrow()).containsExactlyInAnyOrder(NAME, other);
        store.delete(other);
        assertThat(store.names().orElseThrow()).containsExactly(NAME);
    }

    @Test
    void noSecretIsInItsText() {
        store.put(NAME, Secret.of("canary-in-text"));
        store.get(NAME);

        assertThat(store.toString()).doesNotContain("canary-in-text");
        assertThat(store.get(NAME)).hasToString("Optional[[redacted]]");
    }

    @Test
    void aWipedSecretIsRefusedAndNothingIsLost() {
        store.put(NAME, Secret.of("kept"));
        Secret wiped = Secret.of("wiped");
        wiped.close();

        assertThatThrownBy(() -> store.put(NAME, wiped)).isInstanceOf(IllegalStateException.class);

        assertThat(valueOf(NAME)).contains("kept");
    }

    @Test
    void itsIdIsAKebabCaseWord() {
        assertThat(store.id()).matches("[a-z]+(-[a-z]+)*");
    }

    private Callable<SecretName> writer(int number, CountDownLatch start) {
        return () -> {
            SecretName name = new SecretName("writer-" + number);
            start.await();
            store.put(name, Secret.of("value of " + number));
            return name;
        };
    }

    private Optional<String> valueOf(SecretName name) {
        return store.get(name).map(Secret::reveal);
    }
}
