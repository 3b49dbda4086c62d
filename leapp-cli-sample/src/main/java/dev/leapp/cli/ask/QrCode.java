package dev.leapp.cli.ask;

import java.util.ArrayList;
import java.util.List;

/**
 * A QR code in half blocks, two rows of modules to a line. Light modules are drawn and dark ones are left out: so it is right on a dark
 * terminal, and scanners read it inverted on a light one.
 */
final class QrCode {

    /** How many light modules stand around it: two are enough for scanners, though the standard wants four. */
    static final int MARGIN = 2;

    private static final char UPPER = '▀';
    private static final char LOWER = '▄';
    private static final char BOTH = '█';

    private final io.nayuki.qrcodegen.QrCode code;

    private QrCode(io.nayuki.qrcodegen.QrCode code) {
        this.code = code;
    }

    static QrCode of(String text) {
        return new QrCode(io.nayuki.qrcodegen.QrCode.encodeText(text, io.nayuki.qrcodegen.QrCode.Ecc.LOW));
    }

    /** Returns how many columns a line takes. */
    int width() {
        return code.size + 2 * MARGIN;
    }

    /** Returns how many lines there are. */
    int height() {
        return (width() + 1) / 2;
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (int y = -MARGIN; y < code.size + MARGIN; y += 2) {
            StringBuilder line = new StringBuilder();
            for (int x = -MARGIN; x < code.size + MARGIN; x++) {
                line.append(block(isLight(x, y), isLight(x, y + 1)));
            }
            lines.add(line.toString());
        }
        return lines;
    }

    /** Around the code all is light, but below the margin nothing is. */
    private boolean isLight(int x, int y) {
        return y < code.size + MARGIN && !code.getModule(x, y);
    }

    private static char block(boolean upper, boolean lower) {
        if (upper) {
            return lower ? BOTH : UPPER;
        }
        return lower ? LOWER : ' ';
    }
}
