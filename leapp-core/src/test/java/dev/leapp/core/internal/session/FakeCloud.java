package dev.leapp.core.internal.session;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Reference;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.core.spi.SessionAction;
import dev.leapp.core.spi.SessionActionDescriptor;
import dev.leapp.core.spi.SessionActionFactory;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A cloud whose access method counts and whose chain is a map from profile names to secrets. */
@LeappPluginInfo(id = "leapp.fake", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
public final class FakeCloud implements LeappPlugin {

    static final SessionType TYPE = new SessionType("fake-user");
    static final String CHAIN = "fake-chain";
    static final String REFUSED_ACTION = "refused-action";
    static final String OTHER_CHAIN = "other-chain";
    static final String REFRESHING_CHAIN = "refreshing-chain";

    final AtomicInteger issued = new AtomicInteger();
    final Map<String, String> published = new ConcurrentHashMap<>();
    volatile Runnable whileIssuing = () -> {};
    volatile Runnable whilePublishing = () -> {};
    volatile @Nullable LeappException issueFailure;
    volatile @Nullable LeappException publishFailure;
    volatile @Nullable LeappException withdrawFailure;
    volatile @Nullable RuntimeException inspectFailure;
    volatile Runnable whileInspecting = () -> {};
    volatile boolean asksForCode;
    private final Clock clock;

    FakeCloud(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<AccessMethodFactory> accessMethods() {
        return List.of(new AccessMethodFactory() {
            @Override
            public AccessMethodDescriptor descriptor() {
                return new AccessMethodDescriptor(
                        TYPE,
                        "Fake user",
                        List.of(
                                FieldSpec.builder("secretKey", "Secret key")
                                        .secret("key")
                                        .build(),
                                FieldSpec.builder("parent", "Parent")
                                        .refersTo(Reference.SESSION)
                                        .optional()
                                        .build(),
                                FieldSpec.builder("idpUrlId", "Identity provider")
                                        .refersTo(Reference.IDP_URL)
                                        .optional()
                                        .build()));
            }

            @Override
            public AccessMethod create(PluginContext context) {
                return FakeCloud.this::issue;
            }
        });
    }

    @Override
    public List<SessionActionFactory> sessionActions() {
        return List.of(new SessionActionFactory() {
            @Override
            public SessionActionDescriptor descriptor() {
                return new SessionActionDescriptor(REFUSED_ACTION, "Refused", Set.of(TYPE));
            }

            @Override
            public SessionAction create(PluginContext context) {
                return call -> {
                    throw new CredentialException(CoreErrorCode.REFUSED_BY_CLOUD, "no such right", null, null);
                };
            }
        });
    }

    @Override
    public List<ProviderChainFactory> providerChains() {
        return List.of(chain(CHAIN, ""), chain(OTHER_CHAIN, "other:"), chain(REFRESHING_CHAIN, "refreshing:"));
    }

    private ProviderChainFactory chain(String id, String prefix) {
        return new ProviderChainFactory() {
            @Override
            public ProviderChainDescriptor descriptor() {
                boolean refreshesItself = id.equals(REFRESHING_CHAIN);
                return new ProviderChainDescriptor(
                        id, "fake", "Map", Set.of(CredentialKind.ACCESS_KEY), refreshesItself);
            }

            @Override
            public ProviderChain create(PluginContext context) {
                return new MapChain(id, prefix);
            }
        };
    }

    private Credentials issue(IssueContext context) {
        whileIssuing.run();
        if (asksForCode) {
            context.interaction().askMfaCode(context.session().name(), "device");
        }
        if (issueFailure != null) {
            throw issueFailure;
        }
        String parents = context.session()
                .setting("parent")
                .map(id -> context.parent(new SessionId(id))
                                .credentials()
                                .secret("value")
                                .reveal() + "/")
                .orElse("");
        return Credentials.builder(CredentialKind.ACCESS_KEY, clock.instant())
                .secret("value", Secret.of(parents + "credentials-" + issued.incrementAndGet()))
                .expiresAt(clock.instant().plus(Duration.ofHours(1)))
                .build();
    }

    private final class MapChain implements ProviderChain {

        private final String id;
        private final String prefix;

        MapChain(String id, String prefix) {
            this.id = id;
            this.prefix = prefix;
        }

        @Override
        public void publish(Publication publication) {
            String place = prefix + publication.profileName();
            String value = publication.credentials().secret("value").reveal();
            publication
                    .journal()
                    .record(new Receipt(
                            id,
                            publication.session().id(),
                            publication.attempt(),
                            List.of(new Receipt.Change(Path.of("/map"), place, Map.of("value", value)))));
            whilePublishing.run();
            published.put(place, value);
            if (publishFailure != null) {
                throw publishFailure;
            }
        }

        @Override
        public void withdraw(Receipt receipt, ScopedSecrets kept) {
            if (withdrawFailure != null) {
                throw withdrawFailure;
            }
            Optional.of(receipt).stream()
                    .flatMap(one -> one.changes().stream())
                    .forEach(change -> published.remove(change.place()));
        }

        @Override
        public Standing inspect(Receipt receipt) {
            Receipt.Change change = receipt.changes().get(0);
            String now = published.get(change.place());
            whileInspecting.run();
            if (inspectFailure != null) {
                throw inspectFailure;
            }
            if (now == null) {
                return Standing.MISSING;
            }
            return change.fact("value").filter(now::equals).isPresent() ? Standing.INTACT : Standing.CHANGED;
        }
    }
}
