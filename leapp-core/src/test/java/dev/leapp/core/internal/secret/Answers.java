package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Somebody who has answers ready, and remembers what was said. */
final class Answers implements UserInteraction {

    private final Deque<String> answers = new ArrayDeque<>();
    private final List<String> questions = new ArrayList<>();
    private final List<String> told = new ArrayList<>();

    void answers(String... next) {
        answers.addAll(List.of(next));
    }

    List<String> questions() {
        return questions;
    }

    List<String> told() {
        return told;
    }

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw new AssertionError("no MFA code is needed");
    }

    @Override
    public Secret askSecret(String question) {
        questions.add(question);
        return Secret.of(answers.remove());
    }

    @Override
    public void inform(String message) {
        told.add(message);
    }

    @Override
    public void progress(String message) {}
}
