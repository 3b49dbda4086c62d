package dev.leapp.core.internal.secret;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SecretStoreException;
import java.nio.file.Path;

/** What is said when a store is chosen, or can't be. */
final class SelectionTexts {

    private static final String COMMANDS =
            "run 'leapp secret-store use file' (passphrase) or 'leapp secret-store use file --key-file"
                    + " PATH', or set " + AskedPassphrases.VARIABLE;

    private SelectionTexts() {}

    static String keychainChosen() {
        return "Secrets of this workspace are kept in the OS keychain from now on.";
    }

    static String fileChosen(Path file, StoreChoice choice) {
        String opener = choice.keyFile().map(path -> "the key file " + path).orElse("a passphrase");
        return "Secrets of this workspace are kept in the encrypted file " + file + " from now on; " + opener
                + " opens it.";
    }

    static String fileInstead(Path file, String reason) {
        return "The OS keychain can't be used (" + reason
                + "). Secrets of this workspace are kept in the encrypted file " + file
                + " from now on; the passphrase in " + AskedPassphrases.VARIABLE + " opens it.";
    }

    static SecretStoreException noStore(String reason) {
        return new SecretStoreException(
                CoreErrorCode.NO_SECRET_STORE, "No place to keep secrets in. OS keychain: " + reason, COMMANDS);
    }

    static SecretStoreException keychainUnusable(String reason) {
        return new SecretStoreException(
                CoreErrorCode.NO_SECRET_STORE,
                "The OS keychain can't be used: " + reason,
                "nothing was changed; an encrypted file works everywhere: leapp secret-store use file [--key-file PATH]");
    }

    static LeappException secretsInFile(Path file) {
        return new LeappException(
                CoreErrorCode.STILL_REFERRED_TO,
                "Secrets lie in " + file + ", and moving them to another store is not possible yet",
                "delete the sessions that own them first");
    }

    static LeappException secretsInKeychain(int owners) {
        return new LeappException(
                CoreErrorCode.STILL_REFERRED_TO,
                "Secrets of " + owners + (owners == 1 ? " session or integration" : " sessions and integrations")
                        + " may lie in the OS keychain, and moving them to another store is not possible yet",
                "delete the sessions and integrations first, or choose the store before adding any");
    }

    static LeappException chosenMeanwhile() {
        return new LeappException(
                CoreErrorCode.OVERTAKEN,
                "Another process chose a secret store meanwhile",
                "look at 'leapp secret-store show'");
    }

    static LeappException givenByEmbedder() {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                "The program that uses Leapp brought its own secret store, so none can be chosen",
                "change it in that program");
    }
}
