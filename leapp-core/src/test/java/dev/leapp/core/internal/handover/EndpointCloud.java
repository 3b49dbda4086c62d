package dev.leapp.core.internal.handover;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.ClientEnvironment;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.EndpointReply;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.ScopedSecrets;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** A cloud whose credentials are numbered, whose chain writes nothing, and whose endpoint answers with the number. */
@LeappPluginInfo(id = "leapp.fake", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
final class EndpointCloud implements LeappPlugin {

    static final SessionType TYPE = new SessionType("fake-user");
    static final SessionType UNSERVED = new SessionType("other-user");
    static final Duration LIFETIME = Duration.ofHours(1);

    final AtomicInteger issued = new AtomicInteger();
    volatile Runnable whileIssuing = () -> {};
    private final Clock clock;

    EndpointCloud(Clock clock) {
        this.clock = clock;
    }

    @Override
    public List<AccessMethodFactory> accessMethods() {
        return List.of(method(TYPE), method(UNSERVED));
    }

    private AccessMethodFactory method(SessionType type) {
        return new AccessMethodFactory() {
            @Override
            public AccessMethodDescriptor descriptor() {
                return new AccessMethodDescriptor(type, "Fake user", List.of());
            }

            @Override
            public AccessMethod create(PluginContext context) {
                return EndpointCloud.this::issue;
            }
        };
    }

    private Credentials issue(IssueContext context) {
        whileIssuing.run();
        return Credentials.builder(CredentialKind.ACCESS_KEY, clock.instant())
                .secret("value", Secret.of("credentials-" + issued.incrementAndGet()))
                .expiresAt(clock.instant().plus(LIFETIME))
                .build();
    }

    @Override
    public List<ProviderChainFactory> providerChains() {
        return List.of(new ProviderChainFactory() {
            @Override
            public ProviderChainDescriptor descriptor() {
                return new ProviderChainDescriptor(
                        "nothing", "fake", "Nothing", Set.of(CredentialKind.ACCESS_KEY), false);
            }

            @Override
            public ProviderChain create(PluginContext context) {
                return new Nothing();
            }
        });
    }

    @Override
    public List<ClientEnvironment> clientEnvironments() {
        return List.of(new ClientEnvironment() {
            @Override
            public String cloudProvider() {
                return "fake";
            }

            @Override
            public boolean accepts(CredentialKind kind) {
                return true;
            }

            @Override
            public boolean governs(String variable) {
                return variable.startsWith("FAKE_");
            }

            @Override
            public Map<String, Secret> variables(Session session, Credentials credentials) {
                return Map.of("FAKE_KEY", credentials.secret("value"));
            }
        });
    }

    @Override
    public List<EndpointProtocol> endpointProtocols() {
        return List.of(new EndpointProtocol() {
            @Override
            public String cloudProvider() {
                return "fake";
            }

            @Override
            public boolean accepts(CredentialKind kind) {
                return kind.equals(CredentialKind.ACCESS_KEY);
            }

            @Override
            public Map<String, Secret> variables(Session session, URI endpoint, Secret token) {
                return Map.of("FAKE_URL", Secret.of(endpoint.toString()), "FAKE_TOKEN", token);
            }

            @Override
            public Optional<Secret> token(Function<String, Optional<String>> headers) {
                return headers.apply("Authorization").map(Secret::of);
            }

            @Override
            public EndpointReply answer(Session session, Credentials credentials) {
                return new EndpointReply(200, "text/x-fake", credentials.secret("value"));
            }

            @Override
            public EndpointReply refusal(int status, String code, String message) {
                return new EndpointReply(status, "text/x-fake", Secret.of(code + ": " + message));
            }
        });
    }

    private static final class Nothing implements ProviderChain {

        @Override
        public void publish(Publication publication) {
            // a session is active without anything in a file
        }

        @Override
        public void withdraw(Receipt receipt, ScopedSecrets kept) {
            // as above
        }
    }
}
