package dev.leapp.core.internal.session;

import dev.leapp.core.port.LeappListener;
import dev.leapp.core.session.SessionView;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.List;
import java.util.function.Consumer;

/** Tells listeners, after the commit and outside locks; what they throw is logged and stops nobody. */
public record SessionEvents(List<LeappListener> listeners) {

    private static final Logger LOG = System.getLogger(SessionEvents.class.getName());

    public void sessionChanged(SessionView view) {
        tell(listener -> listener.sessionChanged(view));
    }

    public void workspaceChanged() {
        tell(LeappListener::workspaceChanged);
    }

    private void tell(Consumer<LeappListener> event) {
        for (LeappListener listener : listeners) {
            try {
                event.accept(listener);
            } catch (RuntimeException e) {
                LOG.log(Level.WARNING, "A listener failed: {0}", e.getClass().getName());
            }
        }
    }
}
