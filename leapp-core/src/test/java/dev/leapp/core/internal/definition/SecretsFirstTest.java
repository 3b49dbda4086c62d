package dev.leapp.core.internal.definition;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class SecretsFirstTest {

    private static final SecretName KEY = new SecretName("1111-key");

    private final MovingStore store = new MovingStore();
    private final SecretsFirst first = new SecretsFirst(store);

    @Test
    void secretsAreThereBeforeTheCommit() {
        String committed =
                first.keepThen(secrets(), () -> store.get(KEY).orElseThrow().reveal());

        assertThat(committed).isEqualTo("value");
    }

    @Test
    void secretsThatWereOverlookedByAMoveAreKeptAgain() {
        first.keepThen(secrets(), () -> {
            store.moveEverythingThatIsKnown();
            return "committed";
        });

        assertThat(store.get(KEY).map(Secret::reveal)).contains("value");
    }

    @Test
    void whatCannotBeCommittedIsForgotten() {
        assertThatThrownBy(() -> first.keepThen(secrets(), () -> {
                    throw new IllegalStateException("disk full");
                }))
                .hasMessage("disk full");

        assertThat(store.get(KEY)).isEmpty();
    }

    private static Map<SecretName, Secret> secrets() {
        return Map.of(KEY, Secret.of("value"));
    }

    /** A store that is exchanged for an empty one of another kind. */
    private static final class MovingStore implements SecretStore {

        private SecretStore now = SecretStore.inMemory();
        private String id = "keychain";

        void moveEverythingThatIsKnown() {
            now = SecretStore.inMemory();
            id = "file";
        }

        @Override
        public String id() {
            return id;
        }

        @Override
        public Availability probe() {
            return now.probe();
        }

        @Override
        public Optional<Secret> get(SecretName name) {
            return now.get(name);
        }

        @Override
        public void put(SecretName name, Secret value) {
            now.put(name, value);
        }

        @Override
        public void delete(SecretName name) {
            now.delete(name);
        }

        @Override
        public void close() {}
    }
}
