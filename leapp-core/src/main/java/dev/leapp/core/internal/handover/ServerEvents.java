package dev.leapp.core.internal.handover;

import dev.leapp.core.handover.ServerListener;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.function.Consumer;

/** Tells what happens, so that no listener harms an answer. */
record ServerEvents(ServerListener listener) {

    private static final Logger LOG = System.getLogger(ServerEvents.class.getName());

    void tell(Consumer<ServerListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(
                    Level.WARNING,
                    "A listener of an endpoint failed: {0}",
                    e.getClass().getName());
        }
    }
}
