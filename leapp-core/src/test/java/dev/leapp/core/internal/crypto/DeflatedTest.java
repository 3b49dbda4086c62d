package dev.leapp.core.internal.crypto;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.DataFormatException;
import org.junit.jupiter.api.Test;

class DeflatedTest {

    private static final byte[] DOCUMENT = "{\"schemaVersion\":1}".repeat(20).getBytes(StandardCharsets.UTF_8);

    @Test
    void whatWasDeflatedInflatesToTheSame() throws DataFormatException {
        assertThat(Deflated.inflate(Deflated.deflate(DOCUMENT), 1_000)).isEqualTo(DOCUMENT);
        assertThat(Deflated.inflate(Deflated.deflate(new byte[0]), 1_000)).isEmpty();
    }

    @Test
    void documentThatInflatesWithoutEndIsRefused() {
        byte[] bomb = Deflated.deflate(new byte[2_000_000]);

        assertThat(bomb.length).isLessThan(3_000);
        assertThatThrownBy(() -> Deflated.inflate(bomb, 1_000_000))
                .isInstanceOf(DataFormatException.class)
                .hasMessage("is larger than any workspace");
    }

    @Test
    void documentThatIsNotDeflatedOrCutOffIsRefused() {
        byte[] whole = Deflated.deflate(DOCUMENT);

        assertThatThrownBy(() -> Deflated.inflate(DOCUMENT, 1_000)).hasMessage("is not deflated");
        assertThatThrownBy(() -> Deflated.inflate(new byte[0], 1_000)).hasMessage("ends too early");
        assertThatThrownBy(() -> Deflated.inflate(Arrays.copyOf(whole, whole.length - 5), 1_000))
                .isInstanceOf(DataFormatException.class);
    }
}
