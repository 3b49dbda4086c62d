package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.handover.CredentialServer;
import dev.leapp.core.handover.ServerOptions;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.internal.plugin.Handing;
import dev.leapp.core.internal.session.StopMarks;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.EndpointProtocol;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;

/**
 * Starts endpoints.
 *
 * @param leases ends all sessions whose lease is over
 */
public record Servers(
        Sessions sessions,
        Handing handing,
        IssuanceRecorder recorder,
        StopMarks marks,
        Runnable leases,
        SecureRandom random,
        Clock clock,
        ServerLimits limits) {

    private static final Logger LOG = System.getLogger(Servers.class.getName());

    CredentialServer open(ServerOptions options) {
        List<SessionId> ids = options.sessions().stream().distinct().toList();
        if (ids.isEmpty()) {
            throw new LeappException(CoreErrorCode.INVALID_VALUE, "No session to serve was named", null);
        }
        ids.forEach(id -> requireAnyProtocol(sessions.get(id).session()));
        LoopbackListener listener = LoopbackListener.on(options.port());
        try {
            List<Admitted> admitted = ids.stream().map(this::admit).toList();
            admitted.forEach(each -> recorder.handedOut(each.session(), options.use(), each.expiresAt()));
            return new LoopbackServer(this, options, listener, admitted);
        } catch (RuntimeException | Error e) {
            listener.abandon();
            throw e;
        }
    }

    /** Ends all sessions whose lease is over; what goes wrong is tried again. */
    void endLeases() {
        try {
            leases.run();
        } catch (RuntimeException e) {
            LOG.log(
                    Level.DEBUG,
                    "Ending sessions whose lease is over failed: {0}",
                    e.getClass().getName());
        }
    }

    Credentials credentials(SessionId id) {
        return sessions.credentials(id, CredentialRequest.standard());
    }

    /** Gets its credentials now: whoever must be asked is asked before a client waits. */
    private Admitted admit(SessionId id) {
        Grant grant = Grant.of(sessions, marks, id);
        Credentials credentials = credentials(id);
        Session session = sessions.get(id).session();
        EndpointProtocol protocol = handing.protocol(cloud(session), credentials.kind())
                .orElseThrow(() -> noProtocol(session, "credentials of kind " + credentials.kind()));
        return new Admitted(session, protocol, grant, credentials.expiresAt());
    }

    /** Before anybody is asked for anything. */
    private void requireAnyProtocol(Session session) {
        if (handing.protocol(cloud(session)).isEmpty()) {
            throw noProtocol(session, "sessions of " + cloud(session));
        }
    }

    /** Tells whether a cloud's clients would mix a variable with what leads them to an endpoint. */
    boolean isGoverned(Session session, String variable) {
        return handing.environments().stream()
                .anyMatch(each -> each.cloudProvider().equals(cloud(session)) && each.governs(variable));
    }

    private static String cloud(Session session) {
        return session.type().cloudProvider();
    }

    private static SessionException noProtocol(Session session, String what) {
        return new SessionException(
                CoreErrorCode.HANDOVER_UNKNOWN,
                "Session " + session.name() + " can't be served: no plug-in knows an endpoint for " + what,
                "'leapp plugin list' shows the plug-ins");
    }
}
