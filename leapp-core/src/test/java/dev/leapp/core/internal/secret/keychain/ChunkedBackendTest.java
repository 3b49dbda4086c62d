package dev.leapp.core.internal.secret.keychain;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Values that are longer than a keychain's limit are kept all the same. */
class ChunkedBackendTest {

    private static final int LIMIT = 120;
    private static final String MARKER = "@leapp ";

    private final LimitedItems items = new LimitedItems(LIMIT);
    private final ChunkedBackend chunked = new ChunkedBackend(items, LIMIT);

    @ParameterizedTest
    @ValueSource(ints = {1, LIMIT - 1, LIMIT})
    void aValueUpToTheLimitIsKeptAsItIs(int length) throws Exception {
        put("x".repeat(length));

        assertThat(items.values).containsOnlyKeys("account").containsValue("x".repeat(length));
        assertThat(get()).contains("x".repeat(length));
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT + 1, 2 * LIMIT, 2 * LIMIT + 1, 50 * LIMIT})
    void aLongerOneIsSplit(int length) throws Exception {
        String value = digits(length);

        put(value);

        assertThat(items.values).hasSize(1 + (length + LIMIT - 1) / LIMIT);
        assertThat(items.values.get("account")).startsWith(MARKER);
        assertThat(get()).contains(value);
    }

    static IntStream offsets() {
        return IntStream.rangeClosed(LIMIT - 4, LIMIT + 4);
    }

    @ParameterizedTest
    @MethodSource("offsets")
    void noCharacterIsTornApart(int before) throws Exception {
        String value = "x".repeat(before) + "\uD83D\uDD11\u20AC\u00E9\uD83D\uDD11" + "y".repeat(LIMIT);

        put(value);

        assertThat(get()).contains(value);
    }

    @ParameterizedTest
    @ValueSource(ints = {LIMIT / 2, LIMIT / 2 + 1})
    void theLimitCountsSurrogatesNotBytes(int pairs) throws Exception {
        put("\uD83D\uDD11".repeat(pairs));

        assertThat(items.values.size() == 1).isEqualTo(pairs == LIMIT / 2);
        assertThat(get()).contains("\uD83D\uDD11".repeat(pairs));
    }

    @Test
    void anEmptyValueIsKeptWhereItemsMayNotBeEmpty() throws Exception {
        put("");

        assertThat(get()).contains("");
    }

    @ParameterizedTest
    @ValueSource(strings = {"@leapp ", "@leapp 1 whole x", "@leapp 1 parts a 2 00", "@leapp 2 something"})
    void aValueThatLooksLikeOursIsKeptAndReadAsItIs(String value) throws Exception {
        put(value);
        assertThat(get()).contains(value);

        put(value + digits(3 * LIMIT));
        assertThat(get()).contains(value + digits(3 * LIMIT));
    }

    @Test
    void everyValueReplacesTheFormerWithoutALeftover() throws Exception {
        List<String> values = List.of(
                digits(5 * LIMIT),
                digits(2 * LIMIT),
                "short",
                digits(7 * LIMIT),
                digits(7 * LIMIT + 1),
                "@leapp x",
                "");
        for (String value : values) {
            put(value);

            assertThat(get()).contains(value);
            int parts = value.length() > LIMIT ? (value.length() + LIMIT - 1) / LIMIT : 0;
            assertThat(items.values).hasSize(1 + parts);
        }
    }

    @Test
    void deletingRemovesAllParts() throws Exception {
        put(digits(5 * LIMIT));

        chunked.delete("account", soon());

        assertThat(items.values).isEmpty();
        assertThat(get()).isEmpty();
        chunked.delete("account", soon());
    }

    @Test
    void otherAccountsAreLeftAlone() throws Exception {
        chunked.write("account-2", bytes(digits(3 * LIMIT)), soon());
        put(digits(3 * LIMIT));

        chunked.delete("account", soon());

        assertThat(chunked.read("account-2", soon()).map(value -> new String(value, UTF_8)))
                .contains(digits(3 * LIMIT));
    }

    @Test
    void partsAreNotListed() throws Exception {
        put(digits(3 * LIMIT));
        chunked.write("other", bytes("short"), soon());

        assertThat(chunked.accounts(soon()).orElseThrow()).containsExactlyInAnyOrder("account", "other");
    }

    @Test
    void aKeychainWithoutALimitGetsEveryValueInOneItemAndReadsPartsAllTheSame() throws Exception {
        put(digits(3 * LIMIT));
        LimitedItems roomy = new LimitedItems(Integer.MAX_VALUE);
        roomy.values.putAll(items.values);
        ChunkedBackend unlimited = new ChunkedBackend(roomy, ChunkedBackend.UNLIMITED);

        assertThat(unlimited.read("account", soon()).map(value -> new String(value, UTF_8)))
                .contains(digits(3 * LIMIT));
        unlimited.write("long", bytes(digits(9000)), soon());
        assertThat(roomy.values).containsEntry("long", digits(9000));
    }

    private void put(String value) throws Exception {
        chunked.write("account", bytes(value), soon());
    }

    private Optional<String> get() throws Exception {
        return chunked.read("account", soon()).map(value -> new String(value, UTF_8));
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
}
