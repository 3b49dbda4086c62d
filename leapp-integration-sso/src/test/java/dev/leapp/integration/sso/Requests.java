package dev.leapp.integration.sso;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AssertionRequest;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** What the tests of this module ask for. */
public final class Requests {

    private Requests() {}

    /** Asks for the session {@code corp}, with nobody to ask. */
    public static AssertionRequest.Builder of(URI idpUrl, Instant deadline) {
        Session session = Session.builder(new SessionId("s-1"), "corp", new SessionType("x-federated"), "eu-west-1")
                .build();
        return AssertionRequest.builder(session, idpUrl)
                .recipients(List.of("localhost"))
                .deadline(deadline);
    }
}
