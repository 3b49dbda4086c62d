package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.secret.file.FileSecretStore;
import dev.leapp.core.port.SecretStore;
import java.nio.file.Path;
import java.util.Optional;

/** Makes the stores that can be chosen. Making one opens nothing. */
interface Stores {

    SecretStore keychain();

    /** Returns the encrypted file, opened by a key file or, if there is none, by a passphrase. */
    FileSecretStore file(Optional<Path> keyFile);

    void createKeyFileIfMissing(Path keyFile);
}
