package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.secret.file.FileSecretStore;
import java.util.Optional;

/**
 * Gives the encrypted file another key: one write, then the pin. A process that dies between leaves a file that only the new key
 * opens; the next attempt finds it so and pins it.
 */
record Relocking(Pin pin, OpenStores open, StoreLock lock) {

    void relock(StoreChoice from, StoreChoice to) {
        FileSecretStore former = open.file(from);
        FileSecretStore next = open.file(to);
        boolean done = isDone(former, next);
        if (done) {
            next.unlock(false);
        } else {
            former.unlock(false);
            open.createKeyFileIfMissing(to);
            next.makeKey();
        }
        lock.holding("changing the key of the secrets", () -> {
            if (!done) {
                pin.require(from);
                former.lockFor(next);
            }
            pin.replace(Optional.of(from), to, Optional.empty());
            return true;
        });
    }

    private static boolean isDone(FileSecretStore former, FileSecretStore next) {
        return !former.glance().isAvailable() && next.glance().isAvailable();
    }
}
