package dev.leapp.testkit.cloud;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes keys, tokens and ids that look like AWS's. */
final class StsKeys {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final String CONSONANTS = "BCDFGHJKLMNPQRSTVWXZ";

    private final RandomGenerator random;

    StsKeys(RandomGenerator random) {
        this.random = random;
    }

    String temporaryAccessKeyId() {
        return id("ASIA");
    }

    synchronized String id(String prefix) {
        var id = new StringBuilder(prefix);
        for (int i = 0; i < 16; i++) {
            id.append(BASE32.charAt(random.nextInt(BASE32.length())));
        }
        return id.toString();
    }

    String secretAccessKey() {
        return base64(30);
    }

    String sessionToken() {
        return "IQoJb3JpZ2luX2Vj" + base64(210);
    }

    /** Returns something that nobody can guess and that may stand in a URL. */
    String opaque(int bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes(bytes));
    }

    /** Returns a code that people can type, such as {@code WQJT-BKNH}. */
    synchronized String userCode() {
        var code = new StringBuilder();
        for (int i = 0; i < 8; i++) {
            code.append(i == 4 ? "-" : "").append(CONSONANTS.charAt(random.nextInt(CONSONANTS.length())));
        }
        return code.toString();
    }

    synchronized String requestId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private String base64(int bytes) {
        return Base64.getEncoder().encodeToString(bytes(bytes));
    }

    private synchronized byte[] bytes(int count) {
        byte[] value = new byte[count];
        random.nextBytes(value);
        return value;
    }
}
