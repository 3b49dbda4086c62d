package dev.leapp.core.internal.secret.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.SecretStoreException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Processes that die, lost parts and other writers: a value is read whole, or it is told that it can't be. */
class ChunkedBackendCrashTest {

    private static final int LIMIT = 120;

    private final LimitedItems items = new LimitedItems(LIMIT);
    private final ChunkedBackend chunked = new ChunkedBackend(items, LIMIT);

    @ParameterizedTest
    @MethodSource("replacements")
    void aProcessThatDiesWhileItWritesLeavesTheOldValueOrTheNewOne(String before, String after) throws Exception {
        int killed = 0;
        for (int step = 0; ; step++, killed++) {
            items.values.clear();
            put(before);
            items.killAfter(step);
            if (survives(() -> put(after))) {
                break;
            }
            assertThat(get()).as("killed before change %d", step).isIn(Optional.of(before), Optional.of(after));

            put(digits(2 * LIMIT));
            assertThat(get()).contains(digits(2 * LIMIT));
            chunked.delete("account", soon());
            assertThat(items.values).as("killed before change %d", step).isEmpty();
        }
        assertThat(killed).isPositive();
    }

    static List<Arguments> replacements() {
        return List.of(
                Arguments.of("short", digits(3 * LIMIT)),
                Arguments.of(digits(3 * LIMIT), "short"),
                Arguments.of(digits(3 * LIMIT), digits(6 * LIMIT + 1)),
                Arguments.of(digits(6 * LIMIT + 1), digits(2 * LIMIT)));
    }

    @Test
    void aProcessThatDiesWhileItDeletesIsCompletedByTheNextDeletion() throws Exception {
        for (int step = 0; ; step++) {
            items.values.clear();
            put(digits(4 * LIMIT));
            items.killAfter(step);
            if (survives(() -> chunked.delete("account", soon()))) {
                break;
            }
            assertThat(get()).isEqualTo(step == 0 ? Optional.of(digits(4 * LIMIT)) : Optional.empty());

            chunked.delete("account", soon());
            assertThat(items.values).isEmpty();
        }
    }

    @Test
    void aLostPartIsToldAndTheValueCanBeReplaced() throws Exception {
        put(digits(3 * LIMIT));
        items.values.remove(part(2));

        assertThatThrownBy(this::get)
                .isInstanceOfSatisfying(
                        SecretStoreException.class,
                        failure -> assertThat(failure.hint().orElseThrow()).contains("leapp session edit"))
                .hasMessageContaining("incomplete");

        put("short");
        assertThat(get()).contains("short");
        chunked.delete("account", soon());
        assertThat(items.values).isEmpty();
    }

    @Test
    void partsOfDifferentValuesAreNeverJoined() throws Exception {
        put(digits(3 * LIMIT));
        items.values.put(part(2), "z".repeat(LIMIT));

        assertThatThrownBy(this::get).isInstanceOf(SecretStoreException.class);
    }

    @Test
    void anItemOfALaterVersionIsNeverTakenForAValue() {
        items.values.put("account", "@leapp 2 compressed abc");

        assertThatThrownBy(this::get).isInstanceOf(SecretStoreException.class);
    }

    @Test
    void whoReadsWhileTheValueIsReplacedGetsOneOfTheTwo() throws Exception {
        put(digits(3 * LIMIT));
        items.beforeReadOf(part(2), () -> putUnchecked(digits(4 * LIMIT)));

        assertThat(get()).contains(digits(4 * LIMIT));
    }

    private static String part(int number) {
        return "account#leapp-part-a-" + number;
    }

    private void put(String value) throws Exception {
        chunked.write("account", bytes(value), soon());
    }

    private void putUnchecked(String value) {
        try {
            put(value);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private Optional<String> get() throws Exception {
        return chunked.read("account", soon()).map(value -> new String(value, UTF_8));
    }

    private boolean survives(Change change) throws Exception {
        try {
            change.run();
            return true;
        } catch (LimitedItems.Killed killed) {
            return false;
        } finally {
            items.live();
        }
    }

    private static byte[] bytes(String value) {
        return value.getBytes(UTF_8);
    }

    private static String digits(int length) {
        StringBuilder digits = new StringBuilder();
        while (digits.length() < length) {
            digits.append(digits.length()).append('.');
        }
        return digits.substring(0, length);
    }

    private static Deadline soon() {
        return Deadline.in(Duration.ofSeconds(10));
    }

    @FunctionalInterface
    private interface Change {
        void run() throws Exception;
    }
}
