package dev.leapp.core.internal.secret.file;

import dev.leapp.core.credential.Secret;
import java.nio.file.Path;

/** Where the passphrase of an encrypted file comes from: a terminal, the environment, a file descriptor. */
public interface Passphrases {

    /**
     * Returns the passphrase of a file that is there. Called once per store, when it is first needed.
     *
     * @param file which file it opens
     * @return the passphrase; the store closes it
     */
    Secret toOpen(Path file);

    /**
     * Returns the passphrase for a new file; somebody who types it should type it twice.
     *
     * @param file which file it will open
     * @return the passphrase; the store closes it
     */
    Secret toCreate(Path file);
}
