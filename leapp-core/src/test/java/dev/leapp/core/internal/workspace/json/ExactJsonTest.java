package dev.leapp.core.internal.workspace.json;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactJsonTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "0",
                "-0",
                "7",
                "1.0",
                "1.50",
                "1e3",
                "1E+400",
                "2147483648",
                "123456789012345678901234567890",
                "0.1000000000000000055511151231257827021181583404541015625"
            })
    void numberKeepsItsSpelling(String number) throws Exception {
        assertThat(again("{\"n\":" + number + ",\"l\":[" + number + "]}"))
                .isEqualTo("{\"n\":" + number + ",\"l\":[" + number + "]}");
    }

    @Test
    void whiteSpaceBetweenTokensGoesAndOrderStays() throws Exception {
        assertThat(again(" { \"z\" : [ 1 , true , null , { } , [ ] ] ,\n\t\"a\" : \" \" } "))
                .isEqualTo("{\"z\":[1,true,null,{},[]],\"a\":\" \"}");
    }

    @Test
    void textIsEscapedAsInJavaScript() throws Exception {
        String text = "\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\\u007F\\u2028\\/é\\uD83D\\uDD11";

        String written = "\\\"\\\\\\b\\t\\n\\f\\r\\u0000\\u001f\u007f\u2028/é\uD83D\uDD11";

        assertThat(again("{\"" + text + "\":\"" + text + "\"}")).isEqualTo("{\"" + written + "\":\"" + written + "\"}");
    }

    @Test
    void halfASurrogatePairStaysEscaped() throws Exception {
        assertThat(again("{\"a\":\"\\uD83D\",\"b\":\"\\udd11\\ud83d\"}"))
                .isEqualTo("{\"a\":\"\\ud83d\",\"b\":\"\\udd11\\ud83d\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "\"{}\"",
                "{",
                "{} {}",
                "{}x",
                "{\"a\":1,\"a\":1}",
                "{\"a\":{\"b\":1,\"b\":2}}",
                "{'a':1}",
                "{\"a\":01}",
                "{\"a\":NaN}",
                "{\"a\":1,}",
                "{\"a\":[1,2}",
                "\uFEFF{}"
            })
    void whatIsNotOneObjectIsRefused(String text) {
        assertThatThrownBy(() -> again(text)).isInstanceOf(MalformedDocumentException.class);
    }

    @Test
    void brokenUtf8IsRefused() {
        assertThatThrownBy(() -> ExactJson.parse("{\"a\":\"é\"}".getBytes(ISO_8859_1)))
                .isInstanceOf(MalformedDocumentException.class)
                .hasMessageContaining("UTF-8");
    }

    @Test
    void bottomlessNestingIsRefused() {
        String deep = "{\"a\":" + "[".repeat(100_000);

        assertThatThrownBy(() -> again(deep)).isInstanceOf(MalformedDocumentException.class);
    }

    private static String again(String text) throws MalformedDocumentException {
        return new String(ExactJson.toBytes(ExactJson.parse(text.getBytes(UTF_8))), UTF_8);
    }
}
