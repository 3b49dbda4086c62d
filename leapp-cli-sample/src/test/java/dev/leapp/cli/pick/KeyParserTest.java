package dev.leapp.cli.pick;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class KeyParserTest {

    private final KeyParser parser = new KeyParser();

    @ParameterizedTest
    @CsvSource({
        "[A,UP",
        "[B,DOWN",
        "OA,UP",
        "OB,DOWN",
        "[1;5A,UP",
        "[H,FIRST",
        "OF,LAST",
        "[1~,FIRST",
        "[4~,LAST",
        "[5~,PAGE_UP",
        "[6~,PAGE_DOWN",
        "OM,ENTER",
    })
    void sequencesAreKeys(String sequence, Key.Control key) {
        assertThat(keys("\033" + sequence)).containsExactly(key);
    }

    @ParameterizedTest
    @CsvSource({
        "3,CANCEL",
        "4,CANCEL",
        "13,ENTER",
        "10,ENTER",
        "14,DOWN",
        "16,UP",
        "9,DOWN",
        "127,ERASE",
        "8,ERASE",
        "21,ERASE_ALL",
        "23,ERASE_WORD"
    })
    void controlCharactersAreKeys(int octet, Key.Control key) {
        assertThat(parser.next(octet)).contains(key);
    }

    @Test
    void charactersAreUtf8() {
        assertThat(keys("a\u00e9\u20ac\ud83d\ude00"))
                .containsExactly(new Key.Text('a'), new Key.Text(0xe9), new Key.Text(0x20ac), new Key.Text(0x1f600));
    }

    @Test
    void escapeByItselfIsKnownByThePauseAfterIt() {
        assertThat(keys("\033")).isEmpty();
        assertThat(parser.pause()).contains(Key.Control.CANCEL);
        assertThat(parser.pause()).isEmpty();
        assertThat(keys("\033\033")).containsExactly(Key.Control.CANCEL);
    }

    @Test
    void unknownSequencesAndBrokenCharactersAreNothingAndSwallowNothingElse() {
        assertThat(keys("\033[3~\033[<0;1;2M\033xb\033[200~c\001"))
                .containsExactly(new Key.Text('b'), new Key.Text('c'));
        assertThat(parser.next(0xe2)).isEmpty();
        assertThat(keys("d")).containsExactly(new Key.Text('d'));
        assertThat(parser.next(0xff)).isEmpty();
        assertThat(keys("e")).containsExactly(new Key.Text('e'));
    }

    @Test
    void anyBytesAreTaken() {
        Random random = new Random(11);
        for (int i = 0; i < 100_000; i++) {
            parser.next(random.nextInt(256)).ifPresent(key -> {
                if (key instanceof Key.Text text) {
                    assertThat(text.codePoint()).matches(Character::isValidCodePoint);
                    assertThat(Character.isISOControl(text.codePoint())).isFalse();
                }
            });
        }
        parser.pause();
        assertThat(keys("z")).containsExactly(new Key.Text('z'));
    }

    private List<Key> keys(String typed) {
        List<Key> keys = new ArrayList<>();
        for (byte octet : typed.getBytes(UTF_8)) {
            parser.next(octet & 0xff).ifPresent(keys::add);
        }
        return keys;
    }
}
