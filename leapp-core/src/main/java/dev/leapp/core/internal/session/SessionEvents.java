package dev.leapp.core.internal.session;

import dev.leapp.core.port.LeappListener;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.SessionView;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tells listeners, after the commit and outside locks; what they throw is logged and stops nobody. */
public final class SessionEvents {

    private static final Logger LOG = System.getLogger(SessionEvents.class.getName());

    private final List<LeappListener> listeners;
    private final Map<SessionId, Told> last = new HashMap<>();
    private long tellings;

    /** What was told of a session last, and as the how manieth telling. */
    private record Told(SessionState state, long number) {}

    public SessionEvents(List<LeappListener> listeners) {
        this.listeners = List.copyOf(listeners);
    }

    boolean nobodyListens() {
        return listeners.isEmpty();
    }

    /** Returns how much was told so far. */
    synchronized long tellings() {
        return tellings;
    }

    /** Tells of a session, unless this very state was the last that was told of it, and after that many tellings. */
    void sessionChanged(SessionView view, long since) {
        if (isNews(view, since)) {
            tell(listener -> listener.sessionChanged(view));
        }
    }

    /** Tells whether a state is what was told last of a session. */
    synchronized boolean isTold(SessionId id, SessionState state) {
        Told told = last.get(id);
        return told != null && told.state().equals(state);
    }

    public void workspaceChanged() {
        tell(LeappListener::workspaceChanged);
    }

    private synchronized boolean isNews(SessionView view, long since) {
        SessionId id = view.session().id();
        Told told = last.get(id);
        if (told != null && told.number() > since && told.state().equals(view.state())) {
            return false;
        }
        tellings++;
        last.put(id, new Told(view.state(), tellings));
        return true;
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
