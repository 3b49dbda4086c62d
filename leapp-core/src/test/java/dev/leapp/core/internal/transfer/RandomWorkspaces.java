package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Makes workspaces from a seed, over few ids and names, so that two of them have much in common and much in conflict. */
public final class RandomWorkspaces {

    private static final List<String> WORDS =
            List.of("ops", "größe \uD83D\uDD11", "a b", "\"quoted\"", "prod", "x", "default", "\u202Eevil");
    private static final List<String> TYPES = List.of("test-key", "moon-base-42", "aws-iam-user");

    private final Random random;

    public RandomWorkspaces(long seed) {
        this.random = new Random(seed);
    }

    /** Returns a workspace whose references all lead somewhere. */
    public Workspace next() {
        Workspace.Builder workspace = Workspace.builder()
                .profile(new NamedProfile(new ProfileId("p-default-" + random.nextInt(2)), NamedProfile.DEFAULT))
                .defaultRegion(random.nextBoolean() ? "us-east-1" : "eu-west-" + random.nextInt(3));
        for (int i = random.nextInt(4); i > 0; i--) {
            workspace.profile(new NamedProfile(new ProfileId("p-" + i), "profile " + i + random.nextInt(2)));
            workspace.idpUrl(new IdpUrl(new IdpUrlId("u-" + i), "https://idp.example/" + i + random.nextInt(2)));
            workspace.integration(new Integration(
                    new IntegrationId("i-" + i),
                    word(),
                    "aws-sso",
                    Map.of("portalUrl", "https://" + random.nextInt(2))));
        }
        if (random.nextBoolean()) {
            workspace.setting("chain.test", "chain-" + random.nextInt(2)).setting("secret-store", "keychain");
        }
        Workspace bare = workspace.build();
        for (int i = 0; i < random.nextInt(8); i++) {
            workspace.session(session(i, bare));
        }
        return workspace.build();
    }

    /** Returns secrets, any bytes at all, for some sessions. */
    public Map<SecretName, Secret> secretsOf(Workspace workspace) {
        Map<SecretName, Secret> secrets = new LinkedHashMap<>();
        for (Session session : workspace.sessions()) {
            if (random.nextBoolean()) {
                byte[] bytes = new byte[8 + random.nextInt(20)];
                random.nextBytes(bytes);
                secrets.put(new SecretName(session.id() + "-any"), Secret.ofUtf8(bytes));
            }
        }
        return secrets;
    }

    private Session session(int number, Workspace with) {
        Session.Builder session = Session.builder(
                        new SessionId("s-" + number),
                        word(),
                        new SessionType(one(TYPES)),
                        "region-" + random.nextInt(2))
                .profileId(one(with.profiles()).id())
                .tag("team", random.nextBoolean() ? "core" : "")
                .setting("device", random.nextBoolean() ? "phone" : "")
                .setting("parentSessionId", number > 0 && random.nextBoolean() ? "s-" + random.nextInt(number) : "")
                .lastStartedAt(random.nextBoolean() ? Instant.EPOCH.plusSeconds(random.nextInt()) : null);
        if (!with.integrations().isEmpty() && random.nextBoolean()) {
            session.setting("idpUrlId", one(with.idpUrls()).id().value());
            session.origin(new SessionOrigin(
                    one(with.integrations()).id(),
                    "upstream " + number,
                    Optional.of(Instant.EPOCH),
                    random.nextBoolean() ? Optional.of(word()) : Optional.empty()));
        }
        return session.build();
    }

    private String word() {
        return one(WORDS);
    }

    private <T> T one(List<T> from) {
        return from.get(random.nextInt(from.size()));
    }
}
