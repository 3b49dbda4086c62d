package dev.leapp.cli.tour;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import java.util.function.Consumer;

/** A user whom the tour plays: shown a code, it does what the tour says, and after a while nobody is there any more. */
final class Scripted implements UserInteraction {

    private volatile Consumer<DeviceCode> onCode = code -> {};
    private volatile boolean there;

    void arrive(Consumer<DeviceCode> whatToDo) {
        onCode = whatToDo;
        there = true;
    }

    void leave() {
        there = false;
    }

    @Override
    public boolean isInteractive() {
        return there;
    }

    @Override
    public void showDeviceCode(DeviceCode code) {
        if (!there) {
            throw nobody("Nobody is there to log in for " + code.purpose());
        }
        onCode.accept(code);
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw nobody("Nobody is there to give an MFA code");
    }

    @Override
    public Secret askSecret(String question) {
        throw nobody("Nobody is there to answer: " + question);
    }

    private static CredentialException nobody(String message) {
        return new CredentialException(CoreErrorCode.LOGIN_NEEDED, message, "run the command in a terminal", null);
    }

    @Override
    public void inform(String message) {}

    @Override
    public void progress(String message) {}
}
