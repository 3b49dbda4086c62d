package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import java.net.URI;
import java.util.List;

/** Remembers whether the user was asked anything: what took a prompt to get is kept longer. */
final class NoticingInteraction implements UserInteraction {

    private final UserInteraction inner;
    private volatile boolean asked;

    NoticingInteraction(UserInteraction inner) {
        this.inner = inner;
    }

    boolean wasAsked() {
        return asked;
    }

    @Override
    public boolean isInteractive() {
        return inner.isInteractive();
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        String code = inner.askMfaCode(sessionName, device);
        asked = true;
        return code;
    }

    @Override
    public Secret askSecret(String question) {
        Secret answer = inner.askSecret(question);
        asked = true;
        return answer;
    }

    /** A choice opens nothing: it is no reason to keep for longer what came of it. */
    @Override
    public String choose(String question, List<String> options) {
        return inner.choose(question, options);
    }

    @Override
    public boolean canOpenBrowser() {
        return inner.canOpenBrowser();
    }

    @Override
    public boolean openBrowser(URI page, String purpose) {
        return inner.openBrowser(page, purpose);
    }

    @Override
    public void showDeviceCode(DeviceCode code) {
        inner.showDeviceCode(code);
        asked = true;
    }

    @Override
    public void inform(String message) {
        inner.inform(message);
    }

    @Override
    public void progress(String message) {
        inner.progress(message);
    }
}
