package dev.leapp.cli.pick;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FuzzyTest {

    @ParameterizedTest
    @CsvSource({
        "pa,prod-admin,spray",
        "pa,prodAdmin,prodadmin",
        "ops,ops,devops",
        "ops,ops,ops-two",
        "prod,prod-admin,p-r-o-d",
        "prod,my-prod,improvised",
        "d2,dev2,devx2",
        "adm,team/admin,roadmap",
    })
    void thinksMoreOfTheFirst(String letters, String better, String worse) {
        Fuzzy fuzzy = new Fuzzy(letters);

        assertThat(fuzzy.score(better).orElseThrow())
                .isGreaterThan(fuzzy.score(worse).orElseThrow());
    }

    @Test
    void lettersMustComeInOrder() {
        assertThat(new Fuzzy("ba").score("ab")).isEmpty();
        assertThat(new Fuzzy("aa").score("a")).isEmpty();
        assertThat(new Fuzzy("AB").score("xaxb")).isPresent();
        assertThat(new Fuzzy("").score("")).hasValue(0);
        assertThat(new Fuzzy("a").score("")).isEmpty();
    }

    @Test
    void showsTheLettersThatCount() {
        assertThat(new Fuzzy("pa").positions("prod-admin")).containsExactly(0, 5);
        assertThat(new Fuzzy("adm").positions("prod-admin")).containsExactly(5, 6, 7);
        assertThat(new Fuzzy("x").positions("prod")).isEmpty();
    }

    @Test
    void positionsAreInOrderAndOfTheLettersWheneverThereIsAScore() {
        Random random = new Random(42);
        for (int i = 0; i < 20_000; i++) {
            String text = text(random, 1 + random.nextInt(12));
            String letters = text(random, 1 + random.nextInt(4));
            Fuzzy fuzzy = new Fuzzy(letters);
            int[] positions = fuzzy.positions(text);
            assertThat(positions.length > 0).isEqualTo(fuzzy.score(text).isPresent());
            assertThat(positions).isSorted().doesNotHaveDuplicates();
            for (int j = 0; j < positions.length; j++) {
                assertThat(text.substring(positions[j], positions[j] + 1))
                        .isEqualToIgnoringCase(letters.substring(j, j + 1));
            }
        }
    }

    @Test
    void theExactNameIsFirst() {
        List<String> names = Stream.of("prod-a", "a", "ops-a", "area", "A-prod").toList();
        for (String name : names) {
            Fuzzy fuzzy = new Fuzzy(name.toUpperCase(Locale.ROOT));
            assertThat(names.stream()
                            .max(Comparator.comparingInt(
                                    other -> fuzzy.score(other).orElse(-1))))
                    .contains(name);
        }
    }

    private static String text(Random random, int length) {
        StringBuilder text = new StringBuilder();
        random.ints(length, 0, 6).forEach(i -> text.append("abAB-\u00e9".charAt(i)));
        return text.toString();
    }
}
