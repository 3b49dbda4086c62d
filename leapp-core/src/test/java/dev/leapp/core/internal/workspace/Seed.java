package dev.leapp.core.internal.workspace;

/** Where the random numbers of a test begin; printed, so that {@code -Dleapp.fault.seed=…} runs the same again. */
final class Seed {

    private static final String PROPERTY = "leapp.fault.seed";

    private Seed() {}

    static long next() {
        long seed = Long.getLong(PROPERTY, System.nanoTime());
        System.out.println("at random with -D" + PROPERTY + "=" + seed);
        return seed;
    }
}
