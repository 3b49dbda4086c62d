package dev.leapp.testkit.cloud;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** What is to happen to the next calls. Thread-safe. */
final class PortalScript {

    private record Held(String path, StsHold hold) {}

    private final List<PortalFault> faults = new ArrayList<>();
    private final List<Held> holds = new ArrayList<>();
    private final Set<StsHold> all = new HashSet<>();
    private boolean closed;

    synchronized void fail(int times, PortalFault fault) {
        for (int i = 0; i < times; i++) {
            faults.add(fault);
        }
    }

    synchronized StsHold hold(String path) {
        StsHold hold = new StsHold();
        holds.add(new Held(path, hold));
        all.add(hold);
        if (closed) {
            hold.release();
        }
        return hold;
    }

    synchronized Optional<PortalFault> nextFault(PortalRequest request) {
        Optional<PortalFault> next =
                faults.stream().filter(fault -> fault.fits(request)).findFirst();
        next.ifPresent(faults::remove);
        return next;
    }

    synchronized Optional<StsHold> nextHold(PortalRequest request) {
        for (Iterator<Held> each = holds.iterator(); each.hasNext(); ) {
            Held next = each.next();
            if (request.path().startsWith(next.path())) {
                each.remove();
                return Optional.of(next.hold());
            }
        }
        return Optional.empty();
    }

    synchronized void releaseAll() {
        closed = true;
        all.forEach(StsHold::release);
    }
}
