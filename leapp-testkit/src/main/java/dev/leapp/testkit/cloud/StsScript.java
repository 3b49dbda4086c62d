package dev.leapp.testkit.cloud;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;

/** What is to happen to the next calls, whatever they ask. Thread-safe. */
final class StsScript {

    private final Deque<StsFailure> failures = new ArrayDeque<>();
    private final Deque<StsHold> holds = new ArrayDeque<>();
    private final Set<StsHold> all = new HashSet<>();
    private boolean closed;

    synchronized void fail(int times, StsFailure failure) {
        for (int i = 0; i < times; i++) {
            failures.add(failure);
        }
    }

    synchronized StsHold hold() {
        StsHold hold = new StsHold();
        holds.add(hold);
        all.add(hold);
        if (closed) {
            hold.release();
        }
        return hold;
    }

    synchronized Optional<StsFailure> nextFailure() {
        return Optional.ofNullable(failures.poll());
    }

    synchronized Optional<StsHold> nextHold() {
        return Optional.ofNullable(holds.poll());
    }

    synchronized void releaseAll() {
        closed = true;
        all.forEach(StsHold::release);
    }
}
