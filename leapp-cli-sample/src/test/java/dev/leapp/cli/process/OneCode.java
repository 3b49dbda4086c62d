package dev.leapp.cli.process;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.UserInteraction;

/**
 * A user who gives the same code whenever one is asked for.
 *
 * @param code the code
 */
record OneCode(String code) implements UserInteraction {

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        return code;
    }

    @Override
    public Secret askSecret(String question) {
        throw new IllegalStateException("not expected: " + question);
    }

    @Override
    public void inform(String message) {}

    @Override
    public void progress(String message) {}
}
