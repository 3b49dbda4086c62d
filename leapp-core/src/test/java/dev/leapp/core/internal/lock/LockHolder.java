package dev.leapp.core.internal.lock;

import java.nio.file.Path;
import java.util.Optional;

/** Tries to take a lock, prints {@code locked} or {@code busy}, and keeps it until its standard input ends. */
public final class LockHolder {

    private LockHolder() {}

    public static void main(String[] args) throws Exception {
        Optional<InterProcessLock.Held> held =
                InterProcessLock.at(Path.of(args[0])).tryAcquire("holding for a test");
        System.out.println(held.isPresent() ? "locked" : "busy");
        if (held.isPresent()) {
            System.in.readAllBytes();
            held.get().close();
        }
    }
}
