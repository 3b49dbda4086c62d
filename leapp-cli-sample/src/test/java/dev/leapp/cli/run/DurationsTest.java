package dev.leapp.cli.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine.TypeConversionException;

class DurationsTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT90S",
        "15m, PT15M",
        "1h30m, PT1H30M",
        "2d, PT48H",
        "1d12h, PT36H",
        "' 2H ', PT2H",
        "PT15M, PT15M",
        "pt15m, PT15M",
        "P1D, PT24H"
    })
    void readsWhatPeopleWriteAndIso8601(String text, String expected) {
        assertThat(new Durations().convert(text)).isEqualTo(Duration.parse(expected));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "15", "m", "15 minutes", "30m1h", "1.5h", "99999999h", "-15mm", "1w"})
    void refusesTheRestAndSaysHowToWriteIt(String text) {
        assertThatThrownBy(() -> new Durations().convert(text))
                .isInstanceOf(TypeConversionException.class)
                .hasMessage("'" + text + "' is no duration; write 90s, 15m, 1h30m or PT15M");
    }
}
