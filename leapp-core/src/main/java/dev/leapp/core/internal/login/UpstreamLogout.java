package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.LeappException;

/** Ends logins upstream that are forgotten here: if that fails, the user is told, and nothing else is wrong. */
record UpstreamLogout(LoginContexts contexts) {

    void end(Served served, Credentials login) {
        try {
            served.provider().logout(login, contexts.silent(served.integration()));
        } catch (LeappException e) {
            contexts.interaction().inform(LoginTexts.stillUpstream(served.integration(), e));
        }
    }
}
