package dev.leapp.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.SecretStoreTarget;
import java.nio.file.Path;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Other processes read and change secrets while these move. */
@Timeout(60)
class ConcurrentMigrationTest {

    private static final SecretName KEY = new SecretName("1111-key");

    @TempDir
    private Path directory;

    private Machine machine;

    @BeforeEach
    void start() {
        machine = new Machine(directory);
        machine.addSession("1111");
        machine.put(KEY.account(), "former");
    }

    @Test
    void aChangeDuringTheMoveWaitsAndGoesToTheNewStore() throws Exception {
        SecretStore another = machine.store();
        FutureTask<String> change = new FutureTask<>(() -> another.put(KEY, Secret.of("changed")), "done");
        machine.repository.beforeNextUpdate(() -> {
            new Thread(change).start();
            assertThatThrownBy(() -> change.get(300, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        });

        machine.process().migrate(machine.file("key"));
        change.get(30, TimeUnit.SECONDS);

        assertThat(machine.find(KEY.account())).contains("changed");
        assertThat(machine.keychain.accounts()).isEmpty();
    }

    @Test
    void aChangeThatBeganBeforeTheMoveGoesToTheNewStore() {
        SecretStore another = machine.store();
        machine.repository.afterNextRead(() -> machine.process().migrate(machine.file("key")));

        another.put(KEY, Secret.of("changed"));

        assertThat(machine.find(KEY.account())).contains("changed");
        assertThat(machine.keychain.accounts()).isEmpty();
    }

    @Test
    void aDeletionThatBeganBeforeTheMoveDeletesInTheNewStore() {
        SecretStore another = machine.store();
        machine.repository.afterNextRead(() -> machine.process().migrate(machine.file("key")));

        another.delete(KEY);

        assertThat(machine.find(KEY.account())).isEmpty();
    }

    @Test
    void whoLooksInVainBecauseTheSecretMovedLooksAgain() {
        SecretStore another = machine.store();
        machine.keychain.beforeNextGet(() -> machine.process().migrate(machine.file("key")));

        assertThat(another.get(KEY).map(Secret::reveal)).contains("former");
    }

    @Test
    void whoMeetsAFileThatGotAnotherKeyMeanwhileLooksAgain() {
        machine.process().migrate(machine.file("one"));
        SecretStore another = machine.store();
        machine.repository.afterNextRead(() -> machine.process().migrate(machine.file("two")));

        assertThat(another.get(KEY).map(Secret::reveal)).contains("former");
        machine.repository.afterNextRead(() -> machine.process().migrate(machine.file("three")));
        another.put(KEY, Secret.of("changed"));

        assertThat(machine.find(KEY.account())).contains("changed");
    }

    @Test
    void aStoreThatStaysOpenFollowsEveryMove() {
        SecretStore another = machine.store();

        machine.process().migrate(machine.file("key"));
        assertThat(another.get(KEY).map(Secret::reveal)).contains("former");
        machine.process().migrate(SecretStoreTarget.keychain());
        assertThat(another.get(KEY).map(Secret::reveal)).contains("former");
        machine.process().migrate(machine.file("key"));

        assertThat(another.get(KEY).map(Secret::reveal)).contains("former");
    }
}
