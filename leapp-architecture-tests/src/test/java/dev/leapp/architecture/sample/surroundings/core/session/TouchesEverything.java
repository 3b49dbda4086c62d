package dev.leapp.architecture.sample.surroundings.core.session;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.function.Supplier;

final class TouchesEverything {

    private final Clock clock = Clock.systemUTC();
    /** A reference counts as a call. */
    private final Supplier<Instant> now = Instant::now;

    @SuppressWarnings({"SystemOut", "ThreadSleep"})
    void touch() throws InterruptedException, IOException {
        new ProcessBuilder("true").start();
        System.out.println(System.getenv("HOME") + System.getProperty("user.home") + clock + now.get());
        System.out.println(ProcessHandle.current().parent());
        Thread.sleep(1);
        System.exit(1);
    }
}
