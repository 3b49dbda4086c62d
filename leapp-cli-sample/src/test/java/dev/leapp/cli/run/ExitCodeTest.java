package dev.leapp.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.Trouble;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExitCodeTest {

    @Test
    void eachKindOfTroubleKeepsItsNumber() {
        Map<Trouble, Integer> numbers = Arrays.stream(Trouble.values())
                .collect(Collectors.toMap(
                        trouble -> trouble, trouble -> ExitCode.of(trouble).number()));

        assertThat(numbers)
                .containsExactlyInAnyOrderEntriesOf(Map.ofEntries(
                        Map.entry(Trouble.DEFECT, 1),
                        Map.entry(Trouble.USAGE, 2),
                        Map.entry(Trouble.NOT_FOUND, 3),
                        Map.entry(Trouble.CONFLICT, 4),
                        Map.entry(Trouble.LOGIN_NEEDED, 5),
                        Map.entry(Trouble.REFUSED, 6),
                        Map.entry(Trouble.NETWORK, 7),
                        Map.entry(Trouble.WORKSPACE_UNREADABLE, 8),
                        Map.entry(Trouble.SECRET_STORE_UNAVAILABLE, 9),
                        Map.entry(Trouble.NOT_WRITTEN, 10),
                        Map.entry(Trouble.BUSY, 11),
                        Map.entry(Trouble.CANCELLED, 130)));
    }
}
