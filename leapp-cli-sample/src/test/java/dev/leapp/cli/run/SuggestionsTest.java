package dev.leapp.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SuggestionsTest {

    private static final List<String> KNOWN = List.of("start", "stop", "list");

    @Test
    void findsTheNearestWord() {
        assertThat(Suggestions.nearest("strat", KNOWN)).contains("start");
        assertThat(Suggestions.nearest("sotp", KNOWN)).contains("stop");
    }

    @Test
    void staysSilentWhenNothingIsNear() {
        assertThat(Suggestions.nearest("frobnicate", KNOWN)).isEmpty();
    }

    @Test
    void countsASwapAsOneMistake() {
        assertThat(Suggestions.distance("ab", "ba")).isEqualTo(1);
        assertThat(Suggestions.distance("", "abc")).isEqualTo(3);
        assertThat(Suggestions.distance("kitten", "sitting")).isEqualTo(3);
    }
}
