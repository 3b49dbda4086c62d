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
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Tells what happens on standard error, a line for each event, on a thread of its own: a terminal that was halted by Ctrl-S, or a pager,
 * holds nobody up who asks for credentials. What nobody reads for too long is not told.
 */
final class Events implements ServerListener, AutoCloseable {

    private static final int MOST_UNREAD = 1_000;
    private static final int LAST_WORDS_SECONDS = 1;

    private final Context context;
    private final ThreadPoolExecutor teller = new ThreadPoolExecutor(
            1,
            1,
            0,
            TimeUnit.SECONDS,
            new LinkedBlockingQueue<>(MOST_UNREAD),
            Events::daemon,
            new ThreadPoolExecutor.DiscardPolicy());

    Events(Context context) {
        this.context = context;
    }

    private static Thread daemon(Runnable work) {
        Thread thread = new Thread(work, "leapp-events");
        thread.setDaemon(true);
        return thread;
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

    /** Tells what is still to tell, if somebody reads it. */
    @Override
    public void close() {
        teller.shutdown();
        try {
            if (!teller.awaitTermination(LAST_WORDS_SECONDS, TimeUnit.SECONDS)) {
                teller.shutdownNow();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void tell(
            String event,
            Optional<Session> session,
            String words,
            Optional<Instant> expiresAt,
            Optional<LeappException> failure) {
        Instant at = context.clock().instant().truncatedTo(ChronoUnit.SECONDS);
        String subject = session.map(each -> " session " + each.name()).orElse("");
        Result line = new Result(at + subject + " " + words)
                .with("at", at)
                .with("event", event)
                .with("id", session.map(Session::id))
                .with("name", session.map(Session::name))
                .with("expiresAt", expiresAt)
                .with("code", failure.map(each -> each.code().id()))
                .with("message", words);
        teller.execute(() -> context.out().log(line));
    }
}
