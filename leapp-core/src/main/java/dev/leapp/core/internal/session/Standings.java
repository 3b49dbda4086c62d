package dev.leapp.core.internal.session;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.Receipt;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;

/** Looks at what stands of what active sessions made available. Writes nothing; a look that fails tells nothing and stops nobody. */
public record Standings(WorkspaceRepository repository, Chains chains, Receipts receipts, AttemptLocks locks) {

    private static final Logger LOG = System.getLogger(Standings.class.getName());

    /** For anybody: what looks broken while somebody changes it may just be half done. */
    public Standing of(Session session, SessionState.Active state) {
        try {
            Optional<Receipt> receipt = receipts.of(session.id());
            Standing seen = look(session, receipt);
            return !seen.isBroken() || isStill(session.id(), state, receipt) ? seen : Standing.UNKNOWN;
        } catch (LeappException e) {
            return unknown(session, e);
        }
    }

    /** For the holder of the session's attempt lock. */
    Standing underLock(Session session) {
        try {
            return look(session, receipts.of(session.id()));
        } catch (LeappException e) {
            return unknown(session, e);
        }
    }

    private Standing look(Session session, Optional<Receipt> receipt) {
        return receipt.map(there -> chains.chain(session.name(), there.chain()).inspect(there))
                .orElse(Standing.UNRECORDED);
    }

    private boolean isStill(SessionId id, SessionState.Active state, Optional<Receipt> receipt) {
        return !locks.isUnderWay(id)
                && repository.read().state(id).equals(state)
                && receipts.of(id).equals(receipt);
    }

    private static Standing unknown(Session session, LeappException e) {
        LOG.log(Level.DEBUG, "What session {0} published can''t be looked at: {1}", session.id(), e.getMessage());
        return Standing.UNKNOWN;
    }
}
