package dev.leapp.testkit.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A whole Leapp moves its secrets between a real gnome-keyring and the encrypted file; secret-tool sees what is left. */
class KeyringMigrationTest {

    private static final SessionType TYPE = new SessionType("fake-user");

    @TempDir
    private Path directory;

    private PrivateKeyring keyring;

    @BeforeEach
    void start() throws Exception {
        PrivateKeyring.requirePrograms();
        keyring = PrivateKeyring.unlocked(directory);
        keyring.run(
                Optional.of("theirs"),
                "secret-tool",
                "store",
                "--label=Leapp/of-another-workspace",
                "service",
                "Leapp",
                "account",
                "of-another-workspace");
    }

    @AfterEach
    void stop() {
        if (keyring != null) {
            keyring.close();
        }
    }

    @Test
    void secretsMoveThereAndBackAndTheSessionWorksAllTheWhile() {
        try (Leapp leapp = open()) {
            SessionId id = leapp.sessions()
                    .add(NewSession.builder(TYPE, "ops")
                            .secret("key", Secret.of("long-term"))
                            .build())
                    .id();
            assertThat(accountsInTheKeyring()).contains(id + "-key", "of-another-workspace");

            SecretMigration there =
                    leapp.secretStores().migrate(SecretStoreTarget.file(directory.resolve("leapp.key")));

            assertThat(there.from()).contains("keychain");
            assertThat(there.moved()).containsExactly(new SecretName(id + "-key"));
            assertThat(keyOf(id)).isEqualTo("long-term");
            assertThat(accountsInTheKeyring()).contains("of-another-workspace").doesNotContain(id.value());

            leapp.secretStores().migrate(SecretStoreTarget.keychain());

            assertThat(keyOf(id)).isEqualTo("long-term");
            assertThat(accountsInTheKeyring()).contains(id + "-key", "of-another-workspace");
            assertThat(directory.resolve("home/.Leapp/secrets.sealed")).doesNotExist();
        }
    }

    /** What another process gets, which opens everything anew. */
    private String keyOf(SessionId id) {
        try (Leapp another = open()) {
            return another.sessions()
                    .credentials(id, CredentialRequest.standard())
                    .secret("value")
                    .reveal();
        }
    }

    private String accountsInTheKeyring() {
        return keyring.run(Optional.empty(), "secret-tool", "search", "--all", "service", "Leapp");
    }

    private Leapp open() {
        return Leapp.builder()
                .home(directory.resolve("home"))
                .environment(Environment.of(Map.of(
                        "DBUS_SESSION_BUS_ADDRESS",
                        keyring.address(),
                        "LEAPP_MACHINE_ID",
                        "0123456789abcdef".repeat(2))))
                .plugin(new OneKey())
                .discoverPlugins(false)
                .build();
    }

    /** Hands out the long-term key itself. */
    @LeappPluginInfo(id = "test.one-key", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class OneKey implements LeappPlugin {

        @Override
        public List<AccessMethodFactory> accessMethods() {
            return List.of(new AccessMethodFactory() {
                @Override
                public AccessMethodDescriptor descriptor() {
                    FieldSpec key =
                            FieldSpec.builder("key", "Key").secret("key").build();
                    return new AccessMethodDescriptor(TYPE, "One key", List.of(key));
                }

                @Override
                public AccessMethod create(PluginContext context) {
                    return wanted -> Credentials.builder(CredentialKind.ACCESS_KEY, Instant.EPOCH)
                            .secret("value", wanted.secrets().get("key").orElseThrow())
                            .build();
                }
            });
        }
    }
}
