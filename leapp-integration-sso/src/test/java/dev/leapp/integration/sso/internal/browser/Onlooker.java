package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A user who is there, but is asked nothing. */
final class Onlooker implements UserInteraction {

    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw new AssertionError("no code is asked for here");
    }

    @Override
    public Secret askSecret(String question) {
        throw new AssertionError("no secret is asked for here");
    }

    @Override
    public void inform(String message) {
        told.add(message);
    }

    @Override
    public void progress(String message) {}
}
