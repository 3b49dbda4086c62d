package dev.leapp.core.internal.secret;

import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.port.SecretStores;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The embedder brought its own store: there is nothing to choose.
 *
 * @param store the embedder's
 */
public record GivenSecretStores(SecretStore store) implements SecretStores {

    @Override
    public Choice show() {
        return new Choice(Optional.of(store.id()), Optional.empty(), store.probe());
    }

    @Override
    public void useKeychain() {
        throw SelectionTexts.givenByEmbedder();
    }

    @Override
    public void useFile(Optional<Path> keyFile) {
        throw SelectionTexts.givenByEmbedder();
    }

    @Override
    public SecretMigration migrate(SecretStoreTarget target) {
        throw SelectionTexts.givenByEmbedder();
    }
}
