package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Failure;
import dev.leapp.core.session.SessionState;
import java.time.Instant;
import java.util.Optional;

/** A session's state as JSON; inactive sessions have none. */
final class StateJson {

    private static final String KIND = "state";
    private static final String PENDING = "pending";
    private static final String ACTIVE = "active";
    private static final String LEASE_OVER = "lease-over";

    private StateJson() {}

    static SessionState read(ObjectNode node) throws MalformedDocumentException {
        String kind = JsonFields.text(node, KIND);
        if (kind.equals(PENDING)) {
            AttemptId attempt = new AttemptId(JsonFields.text(node, "attempt"));
            return new SessionState.Pending(attempt, JsonFields.instant(node, "since"));
        }
        if (kind.equals(ACTIVE)) {
            return active(node);
        }
        if (kind.equals(LEASE_OVER)) {
            return new SessionState.LeaseOver(JsonFields.instant(node, "endedAt"));
        }
        throw MalformedDocumentException.newer("a session is in the state '" + kind + "'");
    }

    static void write(ObjectNode node, SessionState state) {
        if (state instanceof SessionState.Pending pending) {
            node.put(KIND, PENDING);
            node.put("attempt", pending.attempt().value());
            node.put("since", pending.since().toString());
        } else if (state instanceof SessionState.Active active) {
            write(node, active);
        } else if (state instanceof SessionState.LeaseOver over) {
            node.put(KIND, LEASE_OVER);
            node.put("endedAt", over.endedAt().toString());
        }
    }

    private static SessionState active(ObjectNode node) throws MalformedDocumentException {
        Optional<ObjectNode> failure = JsonFields.optionalObject(node, "lastFailure");
        return new SessionState.Active(
                JsonFields.instant(node, "startedAt"),
                JsonFields.optionalInstant(node, "expiresAt"),
                failure.isEmpty() ? Optional.empty() : Optional.of(failure(failure.get())),
                JsonFields.optionalInstant(node, "leasedUntil"));
    }

    private static Failure failure(ObjectNode node) throws MalformedDocumentException {
        return new Failure(
                JsonFields.instant(node, "at"), JsonFields.text(node, "code"), JsonFields.text(node, "message"));
    }

    private static void write(ObjectNode node, SessionState.Active active) {
        node.put(KIND, ACTIVE);
        node.put("startedAt", active.startedAt().toString());
        JsonFields.put(node, "expiresAt", active.expiresAt().map(Instant::toString));
        JsonFields.put(node, "leasedUntil", active.leasedUntil().map(Instant::toString));
        active.lastFailure().ifPresent(failure -> {
            ObjectNode last = node.putObject("lastFailure");
            last.put("at", failure.at().toString());
            last.put("code", failure.code());
            last.put("message", failure.message());
        });
    }
}
