package dev.leapp.core.internal.secret;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.Session;
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

    static LeappException secretsInFile(Path file, StoreChoice wanted) {
        return new LeappException(
                CoreErrorCode.STILL_REFERRED_TO, "Secrets lie in " + file, "move them: " + migrateTo(wanted));
    }

    static LeappException secretsInKeychain(int owners, StoreChoice wanted) {
        return new LeappException(
                CoreErrorCode.STILL_REFERRED_TO,
                "Secrets of " + owners + (owners == 1 ? " session or integration" : " sessions and integrations")
                        + " may lie in the OS keychain",
                "move them: " + migrateTo(wanted));
    }

    static LeappException unknownSecrets(Session session) {
        return new LeappException(
                CoreErrorCode.UNKNOWN_ACCESS_METHOD,
                "It is not known what session '" + session.name() + "' of type " + session.type()
                        + " keeps in the OS keychain, which can't list what it holds; nothing was moved",
                "add the plug-in that the session needs (leapp plugin list), or delete the session");
    }

    static SecretStoreException notReadBack(SecretName name) {
        return new SecretStoreException(
                CoreErrorCode.SECRET_STORE_FAILED,
                "The copy of " + name + " could not be read back",
                "use another store");
    }

    static String stillIn(StoreChoice from, StoreChoice to) {
        return "Secrets of this workspace still lie in the " + name(from) + "; what was copied to the " + name(to)
                + " so far stays there until the command is run again.";
    }

    static SecretStoreException copiesLeft(StoreChoice from, StoreChoice to, LeappException cause) {
        return new SecretStoreException(
                cause.code(),
                "Secrets of this workspace lie in the " + name(to) + " now, but the old copies in the " + name(from)
                        + " could not be deleted: " + cause.getMessage(),
                "run '" + migrateTo(to) + "' again",
                cause);
    }

    private static String migrateTo(StoreChoice wanted) {
        return "leapp secret-store migrate " + wanted.id()
                + wanted.keyFile().map(path -> " --key-file " + path).orElse("");
    }

    private static String name(StoreChoice choice) {
        return choice.isFile() ? "encrypted file" : "OS keychain";
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
