package dev.leapp.testkit.cloud;

import java.util.Base64;
import java.util.UUID;
import java.util.random.RandomGenerator;

/** Makes keys, tokens and ids that look like AWS's. */
final class StsKeys {

    private static final String BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

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

    synchronized String requestId() {
        return new UUID(random.nextLong(), random.nextLong()).toString();
    }

    private synchronized String base64(int bytes) {
        byte[] value = new byte[bytes];
        random.nextBytes(value);
        return Base64.getEncoder().encodeToString(value);
    }
}
