package dev.leapp.cli.ask;

import static org.assertj.core.api.Assertions.assertThat;

import io.nayuki.qrcodegen.QrCode.Ecc;
import java.util.List;
import org.junit.jupiter.api.Test;

class QrCodeTest {

    private static final String PAGE = "https://device.sso.eu-west-1.amazonaws.com/?user_code=ABCD-EFGH";

    @Test
    void theLinesHaveEveryModuleAndALightMargin() {
        QrCode code = QrCode.of(PAGE);
        io.nayuki.qrcodegen.QrCode wanted = io.nayuki.qrcodegen.QrCode.encodeText(PAGE, Ecc.LOW);
        List<String> lines = code.lines();

        assertThat(lines)
                .hasSize(code.height())
                .allSatisfy(line -> assertThat(line).hasSize(code.width()));
        for (int y = 0; y < code.width(); y++) {
            for (int x = 0; x < code.width(); x++) {
                boolean dark = wanted.getModule(x - QrCode.MARGIN, y - QrCode.MARGIN);
                assertThat(isDark(lines, x, y)).as("%d, %d", x, y).isEqualTo(dark);
            }
        }
    }

    @Test
    void fitsAnOrdinaryTerminal() {
        QrCode code = QrCode.of(PAGE);

        assertThat(code.width()).isLessThan(60);
        assertThat(code.height()).isLessThan(30);
    }

    private static boolean isDark(List<String> lines, int x, int y) {
        char block = lines.get(y / 2).charAt(x);
        boolean light = block == '█' || block == (y % 2 == 0 ? '▀' : '▄');
        return !light;
    }
}
