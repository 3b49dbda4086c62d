package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.UserInteraction;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** A user who answers every question, or cancels every question. */
final class ScriptedUser implements UserInteraction {

    final AtomicInteger asked = new AtomicInteger();
    final List<String> told = new CopyOnWriteArrayList<>();
    volatile boolean cancels;

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        asked.incrementAndGet();
        if (cancels) {
            throw new LeappException(CoreErrorCode.CANCELLED, "cancelled", null);
        }
        return "123456";
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
