package dev.leapp.testkit.contract;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import java.net.URI;
import java.util.concurrent.CountDownLatch;

/** A user who is there, sees what is shown, and never does anything. */
final class IdleUser implements UserInteraction {

    final CountDownLatch asked = new CountDownLatch(1);

    @Override
    public boolean isInteractive() {
        return true;
    }

    @Override
    public boolean openBrowser(URI page, String purpose) {
        asked.countDown();
        return true;
    }

    @Override
    public void showDeviceCode(DeviceCode code) {
        asked.countDown();
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw cancelled();
    }

    @Override
    public Secret askSecret(String question) {
        throw cancelled();
    }

    private static CredentialException cancelled() {
        return new CredentialException(CoreErrorCode.CANCELLED, "The user gave up", null, null);
    }

    @Override
    public void inform(String message) {}

    @Override
    public void progress(String message) {}
}
