package dev.leapp.cli.watch;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Prints what happens, a line for each event. */
final class Events implements RotationListener {

    private final Context context;
    private @Nullable LeappException lastFailure;

    Events(Context context) {
        this.context = context;
    }

    @Override
    public void rotated(SessionView session) {
        String expires = session.expiresAt()
                .map(moment -> ", expires " + new Times(now(), true).relative(moment))
                .orElse("");
        print("rotated", Optional.of(session.session()), "rotated" + expires, session.expiresAt(), Optional.empty());
    }

    @Override
    public void failed(SessionView session, LeappException failure) {
        noteFailure(failure);
        String left = session.expiresAt()
                .map(moment -> "; what it made available expires " + new Times(now(), true).relative(moment))
                .orElse("");
        print(
                "failed",
                Optional.of(session.session()),
                (session.status() == SessionStatus.LEASE_OVER ? "not ended: " : "not rotated: ")
                        + message(failure)
                        + left,
                session.expiresAt(),
                Optional.of(failure));
    }

    @Override
    public void ended(Session session) {
        print("ended", Optional.of(session), "is not active any more", Optional.empty(), Optional.empty());
    }

    @Override
    public void leaseOver(SessionView session) {
        print(
                "lease-over",
                Optional.of(session.session()),
                "is over: its lease has ended",
                Optional.empty(),
                Optional.empty());
    }

    @Override
    public void unreadable(LeappException failure) {
        print("unreadable", Optional.empty(), message(failure), Optional.empty(), Optional.of(failure));
    }

    /** Fails as the last session that could not be rotated did, if the command ends by itself. */
    synchronized void failIfAnyFailed(boolean endsByItself) {
        if (endsByItself && lastFailure != null) {
            throw lastFailure;
        }
    }

    private synchronized void noteFailure(LeappException failure) {
        lastFailure = failure;
    }

    /** One line at a time. */
    private synchronized void print(
            String event,
            Optional<Session> session,
            String words,
            Optional<Instant> expiresAt,
            Optional<LeappException> failure) {
        Instant at = now().truncatedTo(ChronoUnit.SECONDS);
        String subject = session.map(each -> " session " + each.name()).orElse("");
        context.out()
                .event(new Result(at + subject + " " + words)
                        .with("at", at)
                        .with("event", event)
                        .with("id", session.map(Session::id))
                        .with("name", session.map(Session::name))
                        .with("expiresAt", expiresAt)
                        .with("code", failure.map(each -> each.code().id()))
                        .with("message", failure.map(this::message)));
    }

    private Instant now() {
        return context.clock().instant();
    }

    private String message(LeappException failure) {
        return context.redactor().clean(String.valueOf(failure.getMessage()));
    }
}
