package dev.leapp.core.internal.definition;

import java.security.SecureRandom;
import java.util.UUID;

/** New ids: random UUIDs of version 4 (RFC 9562), from the given source. */
public record Ids(SecureRandom random) {

    private static final long VERSION_4 = 0x4000L;
    private static final long VARIANT = 0x8000_0000_0000_0000L;

    public String next() {
        long high = (random.nextLong() & ~0xF000L) | VERSION_4;
        long low = (random.nextLong() & 0x3FFF_FFFF_FFFF_FFFFL) | VARIANT;
        return new UUID(high, low).toString();
    }
}
