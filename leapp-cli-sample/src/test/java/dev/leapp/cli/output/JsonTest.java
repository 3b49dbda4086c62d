package dev.leapp.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void writesOneLineWithoutSpaces() {
        Map<String, @Nullable Object> value = new LinkedHashMap<>();
        value.put("number", 1);
        value.put("text", "a");
        value.put("nothing", null);
        value.put("yes", true);
        value.put("list", List.of("x", 2));
        value.put("at", Instant.EPOCH);

        assertThat(Json.compact(value))
                .isEqualTo("{\"number\":1,\"text\":\"a\",\"nothing\":null,\"yes\":true,\"list\":[\"x\",2],"
                        + "\"at\":\"1970-01-01T00:00:00Z\"}");
    }

    @Test
    void writesEmptyListsAndObjectsShortly() {
        assertThat(Json.pretty(List.of())).isEqualTo("[]");
        assertThat(Json.pretty(Map.of())).isEqualTo("{}");
    }

    @Test
    void nothingThatATerminalObeysIsWrittenAsItIs() {
        String nasty = "o\033[2J\u009b2J\u0085p\u202es\u2069\u007f";

        assertThat(Json.compact(Map.of(nasty, nasty)))
                .isEqualTo("{\"N\":\"N\"}".replace("N", "o\\u001b[2J\\u009b2J\\u0085p\\u202es\\u2069\\u007f"));
    }

    @Test
    void isReadBackAsItWasByAnotherParser() throws JsonProcessingException {
        String nasty = "\"\\/\b\f\n\r\t\u0000\u007f\u009b\u202e\u2028 é 東京 \ud83d\ude00 %s";
        Object read =
                new ObjectMapper().readValue(Json.pretty(Arrays.asList(nasty, null, Map.of(nasty, 1.5))), List.class);

        assertThat(read).isEqualTo(Arrays.asList(nasty, null, Map.of(nasty, 1.5)));
    }
}
