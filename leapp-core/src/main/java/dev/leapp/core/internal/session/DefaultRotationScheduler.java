package dev.leapp.core.internal.session;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Looks again and again which active sessions are due, and rotates a few at once; and, when a lease ends, ends it. */
public final class DefaultRotationScheduler implements RotationScheduler {

    private static final Logger LOG = System.getLogger(DefaultRotationScheduler.class.getName());

    private static final Duration PERIOD = Duration.ofSeconds(10);
    private static final int AT_ONCE = 4;

    private final SessionLifecycle lifecycle;
    private final RotationListener listener;
    private final ReentrantLock stepping = new ReentrantLock();
    private final Set<SessionId> underWay = ConcurrentHashMap.newKeySet();
    private Map<SessionId, Session> active = Map.of();
    private boolean unreadable;
    private boolean closed;
    private @Nullable Future<?> looking;
    private @Nullable Future<?> waking;
    private final Set<SessionId> notEnded = ConcurrentHashMap.newKeySet();

    /** Does nothing yet. */
    public DefaultRotationScheduler(SessionLifecycle lifecycle, RotationListener listener) {
        this.lifecycle = lifecycle;
        this.listener = listener;
    }

    @Override
    public synchronized void start(ScheduledExecutorService executor) {
        if (closed || looking != null) {
            throw new IllegalStateException("A rotation scheduler is started once, and not after it was closed");
        }
        looking = executor.scheduleWithFixedDelay(() -> step(executor), 0, PERIOD.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void rotateDue() {
        for (SessionLifecycle.ActiveSession due : due(look())) {
            if (underWay.add(due.session().id())) {
                rotate(due);
            }
        }
    }

    @Override
    public synchronized void close() {
        closed = true;
        cancel(looking);
        cancel(waking);
    }

    private static void cancel(@Nullable Future<?> future) {
        if (future != null) {
            future.cancel(false);
        }
    }

    /** Nobody waits for the next look if a lease ends before. */
    private synchronized void wakeFor(List<SessionLifecycle.ActiveSession> now, ScheduledExecutorService executor) {
        Optional<Duration> next = lifecycle.nextLeaseEnd(now).filter(left -> left.compareTo(PERIOD) < 0);
        if (next.isPresent() && !closed) {
            cancel(waking);
            waking = executor.schedule(() -> step(executor), next.get().toMillis() + 1, TimeUnit.MILLISECONDS);
        }
    }

    /** One at a time: who is woken while another looks has nothing to do. */
    private void step(ScheduledExecutorService executor) {
        if (!stepping.tryLock()) {
            return;
        }
        try {
            stepAlone(executor);
        } finally {
            stepping.unlock();
        }
    }

    private void stepAlone(ScheduledExecutorService executor) {
        try {
            List<SessionLifecycle.ActiveSession> now = look();
            due(now).forEach(each -> handOver(each, executor));
            wakeFor(now, executor);
            reads();
        } catch (LeappException e) {
            if (failsToRead()) {
                tell(told -> told.unreadable(e));
            }
        } catch (RejectedExecutionException e) {
            LOG.log(Level.DEBUG, "The executor of a rotation scheduler was ended");
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Looking for sessions to rotate failed: {0}", e.toString());
        }
    }

    /** What is too much now is due the next time, too. */
    private void handOver(SessionLifecycle.ActiveSession due, ScheduledExecutorService executor) {
        SessionId id = due.session().id();
        if (underWay.size() >= AT_ONCE || !underWay.add(id)) {
            return;
        }
        try {
            executor.execute(() -> rotate(due));
        } catch (RejectedExecutionException e) {
            underWay.remove(id);
            throw e;
        }
    }

    private List<SessionLifecycle.ActiveSession> look() {
        lifecycle.endLeases(this::notEnded).forEach(session -> {
            forget(session.session().id());
            tell(told -> told.leaseOver(session));
        });
        List<SessionLifecycle.ActiveSession> now = lifecycle.activeSessions();
        ended(now).forEach(session -> tell(told -> told.ended(session)));
        return now;
    }

    private List<SessionLifecycle.ActiveSession> due(List<SessionLifecycle.ActiveSession> now) {
        return now.stream().filter(lifecycle::isDue).toList();
    }

    /** Told once; it is tried again with each look. */
    private void notEnded(SessionView session, LeappException failure) {
        if (notEnded.add(session.session().id())) {
            tell(told -> told.failed(session, failure));
        }
    }

    private synchronized void forget(SessionId ended) {
        notEnded.remove(ended);
        Map<SessionId, Session> left = new HashMap<>(active);
        left.remove(ended);
        active = left;
    }

    private void rotate(SessionLifecycle.ActiveSession due) {
        SessionId id = due.session().id();
        try {
            if (!isClosed() && lifecycle.rotateAhead(id, due.state())) {
                tell(told -> told.rotated(lifecycle.get(id)));
            }
        } catch (LeappException e) {
            if (e.code() != CoreErrorCode.OVERTAKEN && !isClosed()) {
                tell(told -> told.failed(lifecycle.get(id), e));
            }
        } catch (RuntimeException | LinkageError e) {
            LOG.log(Level.WARNING, "Rotating session {0} failed: {1}", id, e.toString());
        } finally {
            underWay.remove(id);
        }
    }

    private synchronized List<Session> ended(List<SessionLifecycle.ActiveSession> now) {
        Map<SessionId, Session> before = active;
        Map<SessionId, Session> after = new HashMap<>();
        now.forEach(each -> after.put(each.session().id(), each.session()));
        active = after;
        return before.values().stream()
                .filter(session -> !after.containsKey(session.id()))
                .toList();
    }

    private synchronized void reads() {
        unreadable = false;
    }

    private synchronized boolean failsToRead() {
        boolean first = !unreadable;
        unreadable = true;
        return first;
    }

    private synchronized boolean isClosed() {
        return closed;
    }

    private void tell(Consumer<RotationListener> event) {
        try {
            event.accept(listener);
        } catch (RuntimeException e) {
            LOG.log(Level.WARNING, "A listener failed: {0}", e.getClass().getName());
        }
    }
}
