package dev.leapp.core.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.session.SessionType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MigrationTest {

    private static final String OPS = "1111-aaaa";
    private static final String DEV = "2222-bbbb";
    private static final String SSO = "3333-cccc";

    @TempDir
    private Path directory;

    private Machine machine;

    @BeforeEach
    void start() {
        machine = new Machine(directory);
        machine.addSession(OPS);
        machine.addSession(DEV);
        machine.addIntegration(SSO);
    }

    @Test
    void fromTheKeychainToTheFileEverythingMovesThatIsTheWorkspaces() {
        Map<String, String> ours = Map.of(
                OPS + "-key", "long-term",
                OPS + "-session-credentials", "prompted",
                DEV + "-displaced", "what stood there",
                DEV + "-of-a-plug-in-that-is-gone", "kept",
                "integration-login-" + SSO, "login",
                "aws-sso-integration-access-token-" + SSO, "token");
        ours.forEach(machine::put);

        SecretMigration result = machine.process().migrate(machine.file("key"));

        assertThat(result.from()).contains("keychain");
        assertThat(result.to()).isEqualTo("file");
        assertThat(result.moved()).extracting(SecretName::account).containsExactlyInAnyOrderElementsOf(ours.keySet());
        assertThat(result.copiesKept()).isEmpty();
        ours.forEach((account, value) -> assertThat(machine.find(account)).contains(value));
        assertThat(machine.keychain.accounts()).isEmpty();
        assertThat(machine.settings())
                .containsOnly(
                        Map.entry("secret-store", "file"),
                        Map.entry(
                                "secret-store.key-file", machine.keyFile("key").toString()));
        assertThat(machine.user.told()).last().asString().contains("encrypted file");
    }

    @Test
    void whatOthersKeepInTheKeychainStays() {
        machine.put(OPS + "-key", "ours");
        Map<String, String> others = Map.of(
                "9999-dddd-key",
                "of another workspace",
                "integration-login-9999-dddd",
                "a login of another workspace",
                OPS + "0-key",
                "of a session whose id begins alike",
                "x" + OPS + "-key",
                "of one whose id ends alike",
                "workspace-key-" + OPS,
                "of this workspace's own file",
                "leapp-enabled-plan",
                "the desktop app's");
        machine.keychain.values().putAll(others);

        machine.process().migrate(machine.file("key"));

        assertThat(machine.keychain.values()).isEqualTo(others);
        assertThat(machine.store().names().orElseThrow()).containsExactly(new SecretName(OPS + "-key"));
    }

    @Test
    void fromAKeychainThatCannotListWhatIsKnownMoves() {
        machine.keychain.listsNothing();
        List<String> ours = List.of(
                OPS + "-key",
                OPS + "-session-credentials",
                DEV + "-displaced",
                OPS + "-iam-user-aws-session-token",
                "integration-login-" + SSO,
                "azure-integration-account-" + SSO);
        ours.forEach(account -> machine.put(account, "value of " + account));

        SecretMigration result = machine.process().migrate(machine.file("key"));

        assertThat(result.moved()).extracting(SecretName::account).containsExactlyInAnyOrderElementsOf(ours);
        ours.forEach(account -> assertThat(machine.find(account)).contains("value of " + account));
        assertThat(machine.keychain.accounts()).isEmpty();
    }

    @Test
    void fromAKeychainThatCannotListNothingMovesIfAPluginIsMissing() {
        machine.keychain.listsNothing();
        machine.put(OPS + "-key", "value");
        machine.addSession("4444", new SessionType("gone-user"));

        assertThatThrownBy(() -> machine.process().migrate(machine.file("key")))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        refused -> assertThat(refused.code()).isEqualTo(CoreErrorCode.UNKNOWN_ACCESS_METHOD))
                .hasMessageContaining("'4444'")
                .hasMessageContaining("nothing was moved");

        assertThat(machine.settings()).containsOnly(Map.entry("secret-store", "keychain"));
        assertThat(machine.sealed()).doesNotExist();
    }

    @Test
    void fromTheFileToTheKeychainEverythingMovesAndTheFileGoes() {
        machine.process().useFile(Optional.of(machine.keyFile("key")));
        machine.put(OPS + "-key", "long-term");
        machine.put("5555-key", "of a session that is being added");

        SecretMigration result = machine.process().migrate(SecretStoreTarget.keychain());

        assertThat(result.moved()).hasSize(2);
        assertThat(machine.find(OPS + "-key")).contains("long-term");
        assertThat(machine.find("5555-key")).contains("of a session that is being added");
        assertThat(machine.sealed()).doesNotExist();
        assertThat(machine.keyFile("key")).exists();
        assertThat(machine.settings()).containsOnly(Map.entry("secret-store", "keychain"));
    }

    @Test
    void thereAndBackAgainLosesNothing() {
        machine.put(OPS + "-key", "long-term");
        machine.user.answers("correct horse", "correct horse");
        machine.process().migrate(SecretStoreTarget.file());
        machine.user.answers("correct horse");

        machine.process().migrate(SecretStoreTarget.keychain());

        assertThat(machine.keychain.values()).containsOnly(Map.entry(OPS + "-key", "long-term"));
    }

    @Test
    void copiesThatAnotherProgramNeedsAreKeptAndSoIsWhatItHasBesides() {
        machine.put(OPS + "-key", "long-term");
        OldCopies shared =
                store -> store.equals("keychain") ? Optional.of("the desktop app uses them") : Optional.empty();

        SecretMigration there = machine.process(Map.of(), shared).migrate(machine.file("key"));
        machine.keychain.values().put(DEV + "-key", "the desktop app's own");
        machine.put(OPS + "-key", "changed");
        SecretMigration back = machine.process(Map.of(), shared).migrate(SecretStoreTarget.keychain());

        assertThat(there.copiesKept()).contains("the desktop app uses them");
        assertThat(back.copiesKept()).isEmpty();
        assertThat(machine.keychain.values())
                .containsOnly(Map.entry(OPS + "-key", "changed"), Map.entry(DEV + "-key", "the desktop app's own"));
        assertThat(machine.settings()).containsOnly(Map.entry("secret-store", "keychain"));
    }

    @Test
    void withoutAnythingToMoveTheStoreIsChosen() {
        SecretMigration result = machine.process().migrate(machine.file("key"));

        assertThat(result.from()).isEmpty();
        assertThat(result.moved()).isEmpty();
        assertThat(machine.settings()).containsEntry("secret-store", "file");
    }

    @Test
    void theStoreThatIsUsedAlreadyIsNoMove() {
        machine.put(OPS + "-key", "long-term");
        int calls = machine.keychain.calls();

        SecretMigration result = machine.process().migrate(SecretStoreTarget.keychain());

        assertThat(result.from()).isEmpty();
        assertThat(result.to()).isEqualTo("keychain");
        assertThat(machine.keychain.calls()).isEqualTo(calls);
    }

    @Test
    void namesOfThePinnedStoreAreListed() {
        assertThat(machine.store().names()).contains(Set.of());

        machine.put(OPS + "-key", "value");

        assertThat(machine.store().names()).contains(Set.of(new SecretName(OPS + "-key")));
        machine.keychain.listsNothing();
        assertThat(machine.store().names()).isEmpty();
    }
}
