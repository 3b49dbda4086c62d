package dev.leapp.cli.serve;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.ServerListener;
import dev.leapp.core.session.Session;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/** Tells what happens on standard error, a line for each event. */
final class Events implements ServerListener {

    private final Context context;

    Events(Context context) {
        this.context = context;
    }

    @Override
    public void answered(Session session, Optional<Instant> expiresAt) {
        String expires = expiresAt
                .map(moment -> ", expires " + new Times(context.clock().instant(), true).relative(moment))
                .orElse("");
        tell("answered", Optional.of(session), "given out" + expires, expiresAt, Optional.empty());
    }

    @Override
    public void refused(Optional<Session> session, String reason) {
        tell("refused", session, "refused a request: " + reason, Optional.empty(), Optional.empty());
    }

    @Override
    public void failed(Session session, LeappException failure) {
        String message = context.redactor().clean(String.valueOf(failure.getMessage()));
        tell("failed", Optional.of(session), "not given out: " + message, Optional.empty(), Optional.of(failure));
    }

    @Override
    public void ended(Session session) {
        tell(
                "ended",
                Optional.of(session),
                "was stopped, and is refused from now on",
                Optional.empty(),
                Optional.empty());
    }

    /** One line at a time. */
    private synchronized void tell(
            String event,
            Optional<Session> session,
            String words,
            Optional<Instant> expiresAt,
            Optional<LeappException> failure) {
        Instant at = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        String subject = session.map(each -> " session " + each.name()).orElse("");
        context.out()
                .log(new Result(at + subject + " " + words)
                        .with("at", at)
                        .with("event", event)
                        .with("id", session.map(Session::id))
                        .with("name", session.map(Session::name))
                        .with("expiresAt", expiresAt)
                        .with("code", failure.map(each -> each.code().id()))
                        .with("message", words));
    }
}
