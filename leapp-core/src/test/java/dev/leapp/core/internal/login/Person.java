package dev.leapp.core.internal.login;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who is there, and is told things. */
final class Person implements UserInteraction {

    final List<String> told = new CopyOnWriteArrayList<>();

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw new AssertionError("not expected: " + device);
    }

    @Override
    public Secret askSecret(String question) {
        throw new AssertionError("not expected: " + question);
    }

    @Override
    public void inform(String message) {
        told.add(message);
    }

    @Override
    public void progress(String message) {}
}
