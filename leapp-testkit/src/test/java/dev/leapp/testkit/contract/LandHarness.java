package dev.leapp.testkit.contract;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;

/** A land and somebody who lives there. */
final class LandHarness implements IntegrationHarness {

    private final LandOfAccounts land = new LandOfAccounts();
    private final PluginContext context;
    private final BiFunction<LandOfAccounts, PluginContext, IntegrationProvider> provider;

    LandHarness(Path home, BiFunction<LandOfAccounts, PluginContext, IntegrationProvider> provider) {
        this.context = PluginContext.builder(home).build();
        this.provider = provider;
    }

    @Override
    public IntegrationProviderFactory factory() {
        return new IntegrationProviderFactory() {
            @Override
            public IntegrationDescriptor descriptor() {
                FieldSpec field = FieldSpec.builder("landUrl", "Land").build();
                return new IntegrationDescriptor("land", "The land", List.of(field), Set.of("landUrl"));
            }

            @Override
            public IntegrationProvider create(PluginContext surroundings) {
                return provider.apply(land, surroundings);
            }
        };
    }

    @Override
    public PluginContext context() {
        return context;
    }

    @Override
    public Map<String, String> settings() {
        return Map.of("landUrl", "http://127.0.0.1/land");
    }

    @Override
    public UserInteraction user() {
        return new UserInteraction() {
            @Override
            public boolean isInteractive() {
                return true;
            }

            @Override
            public void showDeviceCode(DeviceCode code) {
                land.agreed.release();
            }

            @Override
            public String askMfaCode(String sessionName, String device) {
                throw new AssertionError("nothing to ask");
            }

            @Override
            public Secret askSecret(String question) {
                throw new AssertionError("nothing to ask");
            }

            @Override
            public void inform(String message) {}

            @Override
            public void progress(String message) {}
        };
    }

    @Override
    public int authorizations() {
        return land.authorizations.get();
    }

    @Override
    public int listingCalls() {
        return land.calls.get();
    }

    @Override
    public boolean accepts(String accessToken) {
        return land.accessTokens.contains(accessToken);
    }

    @Override
    public List<UpstreamAccount> accounts() {
        return land.accounts;
    }

    @Override
    public void revokeAccessTokens() {
        land.accessTokens.clear();
    }

    @Override
    public void endLogins() {
        land.accessTokens.clear();
        land.refreshTokens.clear();
    }

    @Override
    public void failListing(String accountId) {
        land.failing.add(accountId);
    }

    @Override
    public void close() {}
}
