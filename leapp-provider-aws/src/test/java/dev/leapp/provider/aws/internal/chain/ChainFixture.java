package dev.leapp.provider.aws.internal.chain;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.Fixtures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A home directory, a session's secrets and receipt, and the two chains, each call in a chain of its own as if by another process. */
final class ChainFixture {

    final Path home;
    final Fixtures.Secrets kept = new Fixtures.Secrets();
    final Map<String, String> environment = new TreeMap<>();
    private final ProviderChainFactory factory;
    private Session session = Fixtures.session("aws-iam-user").build();
    private String profile = "ops";

    @Nullable
    Receipt receipt;

    ChainFixture(Path home, ProviderChainFactory factory) {
        this.home = home;
        this.factory = factory;
    }

    ChainFixture profile(String name) {
        this.profile = name;
        return this;
    }

    ChainFixture region(String region) {
        this.session = session.toBuilder().region(region).build();
        return this;
    }

    void start(String key) {
        publish(key, false);
    }

    void takeOver(String key) {
        publish(key, true);
    }

    private void publish(String key, boolean takeover) {
        chain().publish(publication(credentials(key), takeover));
    }

    Publication publication(Credentials credentials, boolean takeover) {
        return Publication.builder(session, credentials, new AttemptId("attempt"))
                .profileName(profile)
                .takeover(takeover)
                .earlier(receipt)
                .kept(kept)
                .journal(recorded -> receipt = recorded)
                .build();
    }

    Standing standing() {
        return chain().inspect(Objects.requireNonNull(receipt));
    }

    void stop() {
        if (receipt != null) {
            chain().withdraw(receipt, kept);
        }
    }

    ProviderChain chain() {
        PluginContext context = Fixtures.plugin(home, environment).build();
        return factory.create(context);
    }

    static Credentials credentials(String key) {
        return Credentials.builder(CredentialKind.ACCESS_KEY, Instant.EPOCH)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, "ASIA" + key)
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of("canary-secret-" + key))
                .secret(AwsAccessKey.SESSION_TOKEN, Secret.of("canary-token-" + key))
                .expiresAt(Instant.EPOCH.plusSeconds(3600))
                .build();
    }

    static Credentials localStack() {
        return Credentials.builder(CredentialKind.ACCESS_KEY, Instant.EPOCH)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, "test")
                .attribute(AwsAccessKey.ENDPOINT_URL, "http://localhost:4566")
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of("test"))
                .build();
    }

    static String keys(String key) {
        return "aws_access_key_id = ASIA" + key + "\naws_secret_access_key = canary-secret-" + key
                + "\naws_session_token = canary-token-" + key + "\n";
    }

    Path credentialsFile() {
        return home.resolve(".aws/credentials");
    }

    Path configFile() {
        return home.resolve(".aws/config");
    }

    void writeCredentials(String text) {
        write(credentialsFile(), text);
    }

    void writeConfig(String text) {
        write(configFile(), text);
    }

    static void write(Path path, String text) {
        try {
            Files.createDirectories(path.getParent());
            Files.writeString(path, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String credentialsText() {
        return text(credentialsFile());
    }

    String configText() {
        return text(configFile());
    }

    private static String text(Path path) {
        try {
            return new String(Files.readAllBytes(path), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Everything under the home directory: paths, and for files what is in them. */
    Map<String, String> tree() {
        Map<String, String> tree = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            paths.filter(path -> !path.equals(home))
                    .forEach(path ->
                            tree.put(home.relativize(path).toString(), Files.isRegularFile(path) ? text(path) : ""));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return tree;
    }
}
