package dev.leapp.core.port;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.SecretStoreException;

final class NonInteractive implements UserInteraction {

    @Override
    public boolean isInteractive() {
        return false;
    }

    @Override
    public String askMfaCode(String sessionName, String device) {
        throw new CredentialException(
                CoreErrorCode.MFA_NEEDED,
                "Session " + sessionName + " needs a code of MFA device " + device + ", and nobody can be asked",
                "run 'leapp session start " + sessionName + "' in a terminal",
                null);
    }

    @Override
    public Secret askSecret(String question) {
        throw new SecretStoreException(
                CoreErrorCode.SECRET_STORE_LOCKED,
                "A secret is needed, and nobody can be asked: " + question,
                "run the command in a terminal, or set LEAPP_PASSPHRASE");
    }

    @Override
    public void inform(String message) {}

    @Override
    public void progress(String message) {}
}
