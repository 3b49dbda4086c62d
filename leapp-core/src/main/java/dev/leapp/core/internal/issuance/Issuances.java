package dev.leapp.core.internal.issuance;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import java.util.function.Supplier;

/**
 * Takes down what this Leapp hands out by itself.
 *
 * @param caller gives the name of the program that asks
 */
public record Issuances(IssuanceRecorder recorder, Supplier<String> caller) {

    private static final String CREDENTIALS = "credentials";

    /** Returns what takes nothing down. */
    public static Issuances none() {
        return new Issuances(IssuanceRecorder.none(), () -> "");
    }

    /** Takes down that credentials were made available by a chain. */
    public void published(Session session, String chain, Credentials credentials) {
        recorder.handedOut(session, new Use(chain, caller.get()), credentials.expiresAt());
    }

    /** Takes down that new credentials were issued for who asked for them. */
    public void issued(Session session, Credentials credentials) {
        recorder.handedOut(session, new Use(CREDENTIALS, caller.get()), credentials.expiresAt());
    }
}
