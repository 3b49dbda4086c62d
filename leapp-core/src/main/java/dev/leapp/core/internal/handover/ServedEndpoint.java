package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.issuance.IssuanceRecorder;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.EndpointReply;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;

/** One session's place at the endpoint. */
final class ServedEndpoint {

    private final Session session;
    private final Secret token;
    private final EndpointProtocol protocol;
    private final Grant grant;
    private final Supply supply;
    private final RateLimit rate;
    private final IssuanceRecorder recorder;
    private final Use use;
    private final ServerEvents events;
    private final AtomicReference<Optional<Instant>> handedOutUntil;
    private final AtomicBoolean ended = new AtomicBoolean();

    /** What every session of a server has in common. */
    record Manner(IssuanceRecorder recorder, Use use, ServerEvents events) {}

    ServedEndpoint(Admitted admitted, Secret token, Supply supply, RateLimit rate, Manner manner) {
        this.session = admitted.session();
        this.protocol = admitted.protocol();
        this.grant = admitted.grant();
        this.handedOutUntil = new AtomicReference<>(admitted.expiresAt());
        this.token = token;
        this.supply = supply;
        this.rate = rate;
        this.recorder = manner.recorder();
        this.use = manner.use();
        this.events = manner.events();
    }

    Session session() {
        return session;
    }

    EndpointProtocol protocol() {
        return protocol;
    }

    boolean isToken(Secret presented) {
        return token.equals(presented);
    }

    boolean isInTime() {
        return rate.letsThrough();
    }

    /** Answers a request that is in order. What was issued before a stop is not given out after it, so it looks twice. */
    EndpointReply answer() throws InterruptedException {
        try {
            require();
            Credentials credentials = supply.await().orElseThrow(this::notYet);
            require();
            ended.set(false);
            noteHandedOut(credentials.expiresAt());
            EndpointReply reply = protocol.answer(session, credentials);
            events.tell(listener -> listener.answered(session, credentials.expiresAt()));
            return reply;
        } catch (LeappException e) {
            noteEnd(e);
            events.tell(listener -> listener.failed(session, e));
            return Refusals.of(e, protocol);
        }
    }

    /** Renews what is due although nobody asks; what fails is told to who asks next. */
    void keepFresh() {
        try {
            require();
            supply.renew();
        } catch (RuntimeException e) {
            return; // the next look may find it in order
        }
    }

    private void require() {
        try {
            grant.require();
        } catch (LeappException e) {
            noteEnd(e);
            throw e;
        }
    }

    /** Tells it once, until it can be had again. */
    private void noteEnd(LeappException failure) {
        if (Refusals.isOver(failure) && !ended.getAndSet(true)) {
            events.tell(listener -> listener.ended(session));
        }
    }

    private void noteHandedOut(Optional<Instant> until) {
        if (!handedOutUntil.getAndSet(until).equals(until)) {
            recorder.handedOut(session, use, until);
        }
    }

    private LeappException notYet() {
        return new LeappException(
                CoreErrorCode.LOCK_TIMEOUT,
                "The credentials of session '" + session.name() + "' are not there yet",
                "try again; if leapp asks for a code, enter it");
    }
}
