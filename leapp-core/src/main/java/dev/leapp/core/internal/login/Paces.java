package dev.leapp.core.internal.login;

import dev.leapp.core.internal.cache.Digests;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.spi.Pace;
import dev.leapp.core.spi.Quota;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import java.util.random.RandomGenerator;

/** The paces of all quotas that calls from here are under. Thread-safe. */
final class Paces {

    private static final int NAME = 32;

    private final Path directory;
    private final RandomGenerator random;
    private final Clock clock;
    private final Consumer<String> told;
    private final Map<Quota, Pace> paces = new ConcurrentHashMap<>();

    Paces(Path directory, RandomGenerator random, Clock clock, Consumer<String> told) {
        this.directory = directory;
        this.random = random;
        this.clock = clock;
        this.told = told;
    }

    Pace of(Quota quota) {
        return paces.computeIfAbsent(quota, this::made);
    }

    private Pace made(Quota quota) {
        String name = Digests.of(quota.key()).substring(0, NAME);
        Waiting waiting = Waiting.real();
        PaceFile file = new PaceFile(directory, name, waiting);
        return new SharedPace(file, quota.perSecond(), waiting, random, clock, told);
    }
}
