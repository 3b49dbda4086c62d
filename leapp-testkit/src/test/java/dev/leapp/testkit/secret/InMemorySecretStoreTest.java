package dev.leapp.testkit.secret;

import dev.leapp.core.port.SecretStore;
import dev.leapp.testkit.contract.SecretStoreContract;

class InMemorySecretStoreTest extends SecretStoreContract {

    @Override
    protected SecretStore emptyStore() {
        return SecretStore.inMemory();
    }
}
