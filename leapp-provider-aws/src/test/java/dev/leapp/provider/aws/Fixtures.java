package dev.leapp.provider.aws;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.testkit.cloud.StsUser;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What the tests of this module share. */
public final class Fixtures {

    public static final StsUser OPS =
            new StsUser("ops", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    public static final String MFA = "arn:aws:iam::123456789012:mfa/ops";

    private Fixtures() {}

    public static Session.Builder session(String type) {
        return Session.builder(new SessionId("s-1"), "ops", new SessionType(type), "eu-west-1");
    }

    public static PluginContext.Builder plugin(Path home, Map<String, String> environment) {
        return PluginContext.builder(home)
                .environment(Environment.of(environment))
                .http(HttpSettings.defaults()
                        .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5), Duration.ofSeconds(20)));
    }

    /** Secrets in a map, so that tests can look at what is left. */
    public static final class Secrets implements ScopedSecrets {

        public final Map<String, Secret> kept = new LinkedHashMap<>();

        public static Secrets of(StsUser user) {
            Secrets secrets = new Secrets();
            secrets.put("iam-user-aws-session-access-key-id", Secret.of(user.accessKeyId()));
            secrets.put("iam-user-aws-session-secret-access-key", Secret.of(user.secretAccessKey()));
            return secrets;
        }

        @Override
        public Optional<Secret> get(String account) {
            return Optional.ofNullable(kept.get(account));
        }

        @Override
        public void put(String account, Secret value) {
            kept.put(account, value);
        }

        @Override
        public void delete(String account) {
            kept.remove(account);
        }
    }
}
