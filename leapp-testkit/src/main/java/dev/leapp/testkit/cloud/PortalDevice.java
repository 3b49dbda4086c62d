package dev.leapp.testkit.cloud;

import java.time.Instant;
import java.util.Optional;

/** A device code, and what the user said to it. Immutable. */
record PortalDevice(
        String deviceCode,
        String userCode,
        String clientId,
        Instant expiresAt,
        State state,
        Optional<Instant> polledAt) {

    enum State {
        PENDING,
        APPROVED,
        DENIED,
        EXPIRED
    }

    PortalDevice in(State other) {
        return new PortalDevice(deviceCode, userCode, clientId, expiresAt, other, polledAt);
    }

    PortalDevice polled(Instant when) {
        return new PortalDevice(deviceCode, userCode, clientId, expiresAt, state, Optional.of(when));
    }

    boolean isExpired(Instant now) {
        return state == State.EXPIRED || !now.isBefore(expiresAt);
    }

    @Override
    public String toString() {
        return "PortalDevice[" + userCode + ", " + state + "]";
    }
}
