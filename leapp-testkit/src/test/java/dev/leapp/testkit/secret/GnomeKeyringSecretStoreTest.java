package dev.leapp.testkit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.secret.keychain.Keychains;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.testkit.contract.SecretStoreContract;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Linux keychain on a real gnome-keyring, read and written by the real secret-tool as well. */
class GnomeKeyringSecretStoreTest extends SecretStoreContract {

    private static PrivateKeyring keyring;

    @BeforeAll
    static void startKeyring(@TempDir Path directory) throws Exception {
        PrivateKeyring.requirePrograms();
        keyring = PrivateKeyring.unlocked(directory);
    }

    @AfterAll
    static void stopKeyring() {
        if (keyring != null) {
            keyring.close();
        }
    }

    @AfterEach
    void forgetEverything() {
        secretTool("clear", "service", "Leapp");
    }

    @Override
    protected SecretStore emptyStore() {
        return Keychains.of(
                "Linux", keyring.environment(), Keychains.Limits.NON_INTERACTIVE, new RoundTrip(new SecureRandom()));
    }

    /** What the desktop app's keytar looks for and shows, and nothing besides. */
    @Test
    void secretToolFindsWhatWeWroteUnderLeappsOwnNames() {
        emptyStore().put(new SecretName("0000-iam-user-aws-session-access-key-id"), Secret.of("AKIAEXAMPLE"));

        List<String> lines =
                Arrays.asList(secretTool("search", "--all", "service", "Leapp").split("\n"));

        assertThat(lines)
                .contains(
                        "label = Leapp/0000-iam-user-aws-session-access-key-id",
                        "secret = AKIAEXAMPLE",
                        "schema = org.freedesktop.Secret.Generic",
                        "attribute.service = Leapp",
                        "attribute.account = 0000-iam-user-aws-session-access-key-id");
        assertThat(lines.stream().filter(line -> line.startsWith("label ="))).hasSize(1);
        assertThat(lines.stream().filter(line -> line.startsWith("attribute."))).hasSize(2);
    }

    @Test
    void weFindWhatSecretToolWroteAsLeappDoes() {
        storeBySecretTool(
                "from-leapp", "kept by the desktop app: \u20ac", "xdg:schema", "org.freedesktop.Secret.Generic");

        assertThat(emptyStore().get(new SecretName("from-leapp")).map(Secret::reveal))
                .contains("kept by the desktop app: \u20ac");
    }

    @Test
    void writingReplacesWhatSecretToolWrote() {
        storeBySecretTool("shared", "former", "xdg:schema", "org.freedesktop.Secret.Generic");
        storeBySecretTool("shared", "former of another schema", "xdg:schema", "org.example.Other");

        emptyStore().put(new SecretName("shared"), Secret.of("new"));

        assertThat(secretTool("search", "--all", "service", "Leapp", "account", "shared"))
                .contains("secret = new")
                .doesNotContain("former");
    }

    @Test
    void itemsOfOtherServicesAreLeftAlone() {
        secretToolWith("theirs", "store", "--label=other", "service", "Other", "account", "shared");

        SecretStore store = emptyStore();
        assertThat(store.get(new SecretName("shared"))).isEmpty();
        store.delete(new SecretName("shared"));

        assertThat(secretTool("lookup", "service", "Other", "account", "shared"))
                .isEqualTo("theirs");
    }

    @Test
    void onlyItemsOfLeappAreListedWhoeverWroteThem() {
        secretToolWith("nobody's", "store", "--label=Leapp", "service", "Leapp");
        storeBySecretTool("from-leapp", "value", "xdg:schema", "org.freedesktop.Secret.Generic");
        secretToolWith("theirs", "store", "--label=other", "service", "Other", "account", "not-ours");
        SecretStore store = emptyStore();
        store.put(new SecretName("ours"), Secret.of("value"));

        assertThat(store.names().orElseThrow())
                .containsExactlyInAnyOrder(new SecretName("from-leapp"), new SecretName("ours"));
    }

    @Test
    void aLongValueLiesInOneItemThatSecretToolReads() {
        String value = "0123456789".repeat(900);
        emptyStore().put(new SecretName("long"), Secret.of(value));

        assertThat(secretTool("lookup", "service", "Leapp", "account", "long")).isEqualTo(value);
    }

    @Test
    void probingLeavesNothingBehind() {
        assertThat(emptyStore().probe().isAvailable()).isTrue();

        assertThat(secretTool("search", "--all", "service", "Leapp")).doesNotContain("leapp-probe");
    }

    @Test
    void nothingStaysOpenAfterACall() throws Exception {
        emptyStore().put(new SecretName("account"), Secret.of("value"));

        PrivateKeyring.awaitNoThreadThatKeepsTheProcessAlive();
    }

    private static void storeBySecretTool(String account, String value, String... more) {
        String[] command = {"store", "--label=Leapp/" + account, "service", "Leapp", "account", account};
        String[] all = Arrays.copyOf(command, command.length + more.length);
        System.arraycopy(more, 0, all, command.length, more.length);
        secretToolWith(value, all);
    }

    private static String secretTool(String... arguments) {
        return secretToolWith("", arguments);
    }

    private static String secretToolWith(String input, String... arguments) {
        String[] command = new String[arguments.length + 1];
        command[0] = "secret-tool";
        System.arraycopy(arguments, 0, command, 1, arguments.length);
        return keyring.run(Optional.of(input), command);
    }
}
