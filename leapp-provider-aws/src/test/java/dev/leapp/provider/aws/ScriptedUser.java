package dev.leapp.provider.aws;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.UserInteraction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/** A user whose answers are known beforehand; without one left, he cancels. */
public final class ScriptedUser implements UserInteraction {

    public final List<String> told = new ArrayList<>();
    public volatile Runnable whenInformed = () -> {};
    private final Deque<String> codes = new ArrayDeque<>();

    public ScriptedUser(String... codes) {
        this.codes.addAll(List.of(codes));
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        told.add("code of " + device + " for " + sessionName);
        String code = codes.poll();
        if (code == null) {
            throw new LeappException(CoreErrorCode.CANCELLED, "cancelled", null);
        }
        return code;
    }

    /** Takes the option that the next answer names. */
    @Override
    public String choose(String question, List<String> options) {
        told.add(question + ": " + options);
        return Optional.ofNullable(codes.poll())
                .filter(options::contains)
                .orElseThrow(() -> new LeappException(CoreErrorCode.CANCELLED, "cancelled", null));
    }

    @Override
    public Secret askSecret(String question) {
        throw new AssertionError("no secret is asked for here: " + question);
    }

    @Override
    public void inform(String message) {
        told.add(message);
        whenInformed.run();
    }

    @Override
    public void progress(String message) {}
}
