package dev.leapp.core.internal.secret.keychain;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Measures and cuts UTF-8 text by its length in UTF-16, without making strings of it, which can't be wiped. */
final class Utf16Length {

    private Utf16Length() {}

    /** Returns how many UTF-16 code units a text has. */
    static int of(byte[] utf8) {
        int units = 0;
        for (byte one : utf8) {
            units += units(one);
        }
        return units;
    }

    /** Cuts a text into pieces of at most so many UTF-16 code units, at least two; no character is torn apart. */
    static List<byte[]> pieces(byte[] utf8, int mostUnits) {
        List<byte[]> pieces = new ArrayList<>();
        int start = 0;
        int units = 0;
        for (int i = 0; i < utf8.length; i++) {
            int next = units(utf8[i]);
            if (next > 0 && units + next > mostUnits) {
                pieces.add(Arrays.copyOfRange(utf8, start, i));
                start = i;
                units = 0;
            }
            units += next;
        }
        pieces.add(Arrays.copyOfRange(utf8, start, utf8.length));
        return pieces;
    }

    /** What a byte adds: the first of four stands for a surrogate pair, the first of fewer for one unit, the others for nothing. */
    private static int units(byte one) {
        if ((one & 0xC0) == 0x80) {
            return 0;
        }
        return (one & 0xF8) == 0xF0 ? 2 : 1;
    }
}
