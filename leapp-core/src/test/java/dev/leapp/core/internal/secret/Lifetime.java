package dev.leapp.core.internal.secret;

import java.util.ArrayList;
import java.util.List;

/** How many changes a process may make before it dies. */
final class Lifetime {

    /** Stands for the death of the process. */
    static final class Killed extends Error {
        private static final long serialVersionUID = 1L;
    }

    private final List<String> steps = new ArrayList<>();
    private int most = Integer.MAX_VALUE;

    /** The process dies before the change after so many; from then on nothing changes any more. */
    void endsAfter(int changes) {
        steps.clear();
        most = changes;
    }

    void goesOn() {
        most = Integer.MAX_VALUE;
    }

    List<String> steps() {
        return steps;
    }

    void step(String what) {
        if (steps.size() >= most) {
            throw new Killed();
        }
        steps.add(what);
    }
}
