package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.SessionState;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.util.Optional;

/**
 * A session's state in the desktop app's file: a number and two times. What they don't tell is among the extras, and counts as long
 * as the desktop app did not change the state since.
 */
final class LeappStates {

    static final String STATUS = "status";
    static final String STARTED = "startDateTime";
    static final String EXPIRES = "sessionTokenExpiration";

    private static final int INACTIVE = 0;
    private static final int PENDING = 1;
    private static final int ACTIVE = 2;

    /** Who is starting a session that became pending by the desktop app. */
    private static final AttemptId DESKTOP_APP = new AttemptId("desktop-app");

    /** As JavaScript writes a time. */
    private static final DateTimeFormatter ISO =
            new DateTimeFormatterBuilder().appendInstant(3).toFormatter();

    private LeappStates() {}

    static SessionState read(LeappElement session) throws MalformedDocumentException {
        LeappElement extras = LeappExtras.of(session);
        Instant started = session.time(STARTED).orElse(Instant.EPOCH);
        Optional<Instant> expiry = session.time(EXPIRES);
        return switch (session.integer(STATUS, ACTIVE)) {
            case PENDING -> pending(extras.object(LeappExtras.PENDING), started);
            case ACTIVE -> active(extras.object(LeappExtras.ACTIVE), started, expiry);
            default -> inactive(extras.object(LeappExtras.LEASE_OVER));
        };
    }

    static void write(ObjectNode node, LeappType type, SessionState state) {
        ObjectNode pending = node.objectNode();
        ObjectNode active = node.objectNode();
        ObjectNode over = node.objectNode();
        if (state instanceof SessionState.Active now) {
            activate(node, type, now);
            tell(node, active, now);
        } else if (state instanceof SessionState.Pending attempt) {
            node.put(STATUS, PENDING);
            pending.put("attempt", attempt.attempt().value());
            pending.put("since", attempt.since().toString());
        } else {
            node.put(STATUS, INACTIVE);
            node.remove(STARTED);
            tell(over, state);
        }
        LeappExtras.edit(node, LeappExtras.KEY, extras -> {
            LeappExtras.put(extras, LeappExtras.PENDING, pending);
            LeappExtras.put(extras, LeappExtras.ACTIVE, active);
            LeappExtras.put(extras, LeappExtras.LEASE_OVER, over);
        });
    }

    /** Returns when a session was last started, as far as its state tells. */
    static Optional<Instant> started(ObjectNode node) {
        return text(node, STARTED).map(Instant::parse);
    }

    private static SessionState pending(LeappElement ours, Instant started) throws MalformedDocumentException {
        Optional<AttemptId> attempt = ours.filled("attempt").map(AttemptId::new);
        return new SessionState.Pending(
                attempt.orElse(DESKTOP_APP), ours.time("since").orElse(started));
    }

    private static SessionState active(LeappElement ours, Instant started, Optional<Instant> expiry)
            throws MalformedDocumentException {
        Optional<Instant> since = ours.time("startedAt");
        if (since.isEmpty() || !since.get().equals(started)) {
            return new SessionState.Active(started, expiry, Optional.empty());
        }
        return new SessionState.Active(
                started, ours.time("expiresAt"), failure(ours.object("lastFailure")), ours.time("leasedUntil"));
    }

    private static SessionState inactive(LeappElement ours) throws MalformedDocumentException {
        return ours.time("endedAt")
                .<SessionState>map(SessionState.LeaseOver::new)
                .orElse(SessionState.inactive());
    }

    private static void tell(ObjectNode ours, SessionState state) {
        if (state instanceof SessionState.LeaseOver over) {
            ours.put("endedAt", over.endedAt().toString());
        }
    }

    private static Optional<Failure> failure(LeappElement ours) throws MalformedDocumentException {
        Optional<Instant> at = ours.time("at");
        return at.isEmpty()
                ? Optional.empty()
                : Optional.of(new Failure(
                        at.get(),
                        ours.text("code").orElse(""),
                        ours.text("message").orElse("")));
    }

    private static void activate(ObjectNode node, LeappType type, SessionState.Active state) {
        node.put(STATUS, ACTIVE);
        node.put(STARTED, ISO.format(state.startedAt()));
        if (type.tellsExpiry()) {
            state.expiresAt().ifPresent(expiry -> node.put(EXPIRES, ISO.format(expiry)));
        }
    }

    private static void tell(ObjectNode node, ObjectNode ours, SessionState.Active state) {
        boolean told = text(node, EXPIRES).equals(state.expiresAt().map(ISO::format));
        if (told && state.lastFailure().isEmpty() && state.leasedUntil().isEmpty()) {
            return;
        }
        ours.put("startedAt", ISO.format(state.startedAt()));
        LeappExtras.putTime(ours, "expiresAt", state.expiresAt());
        LeappExtras.putTime(ours, "leasedUntil", state.leasedUntil());
        state.lastFailure()
                .ifPresent(failure -> ours.putObject("lastFailure")
                        .put("at", failure.at().toString())
                        .put("code", failure.code())
                        .put("message", failure.message()));
    }

    private static Optional<String> text(ObjectNode node, String key) {
        return Optional.ofNullable(node.get(key)).map(JsonNode::textValue).filter(text -> !text.isEmpty());
    }
}
