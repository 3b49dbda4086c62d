package dev.leapp.core.internal.crypto;

/**
 * The cost of one Argon2id derivation. Stored beside the salt; the bounds hold for values that were read from a file as
 * well, so that a forged file cannot ask for all of the machine's memory.
 *
 * @param memoryKib memory in KiB
 * @param iterations passes over it
 * @param lanes degree of parallelism
 */
public record Argon2Cost(int memoryKib, int iterations, int lanes) {

    /** What new salts get: 64 MiB, three passes, one lane. */
    public static final Argon2Cost DEFAULT = new Argon2Cost(64 * 1024, 3, 1);

    private static final int MAX_MEMORY_KIB = 512 * 1024;
    private static final int MAX_ITERATIONS = 16;
    private static final int MAX_LANES = 8;

    /**
     * Checks the bounds.
     *
     * @param memoryKib memory in KiB
     * @param iterations passes over it
     * @param lanes degree of parallelism
     * @throws IllegalArgumentException if a value is out of bounds
     */
    public Argon2Cost {
        requireWithin("lanes", lanes, 1, MAX_LANES);
        requireWithin("memory in KiB", memoryKib, 8 * lanes, MAX_MEMORY_KIB);
        requireWithin("iterations", iterations, 1, MAX_ITERATIONS);
    }

    private static void requireWithin(String what, int value, int least, int most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "Argon2id " + what + " must be " + least + " to " + most + ", not " + value);
        }
    }
}
