package dev.leapp.cli.tour;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Makes up keys and ids, new ones for every tour. */
final class Randomness {

    private final SecureRandom random = new SecureRandom();

    String letters(int count) {
        return random.ints(count, 'A', 'Z' + 1)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    String base64(int count) {
        return Base64.getEncoder().encodeToString(bytes(count));
    }

    String hex(int count) {
        return HexFormat.of().formatHex(bytes(count));
    }

    private byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return bytes;
    }
}
