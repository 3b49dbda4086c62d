package dev.leapp.core.internal.session;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.workspace.Workspace;
import java.time.Clock;
import java.util.Optional;

/** Tells whether what was handed over has expired: never where the chain that published it asks again by itself. */
record Expiry(Chains chains, Receipts receipts, Clock clock) {

    boolean isOver(Session session, Workspace workspace, SessionState.Active active) {
        boolean past = active.expiresAt()
                .map(expiry -> !clock.instant().isBefore(expiry))
                .orElse(false);
        return past && !refreshesItself(session, workspace);
    }

    private boolean refreshesItself(Session session, Workspace workspace) {
        return publisher(session.id())
                .map(chains::refreshesItself)
                .orElseGet(() -> chains.refreshesItself(session, workspace));
    }

    /** The chain that published; the session may have been given another one since. */
    private Optional<String> publisher(SessionId id) {
        try {
            return receipts.of(id).map(Receipt::chain);
        } catch (LeappException e) {
            return Optional.empty();
        }
    }
}
