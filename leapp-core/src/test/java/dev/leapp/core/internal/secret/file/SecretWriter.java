package dev.leapp.core.internal.secret.file;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.port.SecretName;
import java.nio.file.Path;
import java.security.SecureRandom;

/** A process that writes secrets as fast as it can. */
final class SecretWriter {

    static final int SECRETS = 25;

    private SecretWriter() {}

    public static void main(String[] arguments) {
        try (FileSecretStore store = FileSecretStore.withPassphrase(
                new LeappDirectory(Path.of(arguments[0])),
                new CountedPassphrases("correct horse"),
                new Argon2Cost(8, 1, 1),
                FileOperations.ofTheSystem(),
                new SecureRandom())) {
            for (int i = 0; i < SECRETS; i++) {
                store.put(new SecretName(arguments[1] + "-" + i), Secret.of("value " + i));
            }
        }
    }
}
