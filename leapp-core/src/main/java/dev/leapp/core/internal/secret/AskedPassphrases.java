package dev.leapp.core.internal.secret;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.file.Passphrases;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.UserInteraction;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The passphrase from the variable {@value #VARIABLE}, else from the user, who types a new one twice.
 *
 * @param environment may hold the passphrase
 * @param interaction asks for it
 */
record AskedPassphrases(Environment environment, UserInteraction interaction) implements Passphrases {

    static final String VARIABLE = "LEAPP_PASSPHRASE";

    @Override
    public Secret toOpen(Path file) {
        return given().orElseGet(() -> interaction.askSecret("Passphrase of " + file));
    }

    @Override
    public Secret toCreate(Path file) {
        return given().orElseGet(() -> askTwice(file));
    }

    private Optional<Secret> given() {
        return environment.get(VARIABLE).map(Secret::of);
    }

    private Secret askTwice(Path file) {
        Secret first = interaction.askSecret("New passphrase for " + file);
        try (Secret again = interaction.askSecret("The same passphrase again")) {
            if (first.equals(again)) {
                return first;
            }
        }
        first.close();
        throw new SecretStoreException(
                CoreErrorCode.INVALID_VALUE, "The two passphrases differ; nothing was created", "try again");
    }
}
