package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.spi.Discovery;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.PluginContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** The contract finds what is broken. */
class BrokenIntegrationProvidersTest {

    @Test
    void oneThatLogsInWithNobodyThere() {
        assertThat(failures(NobodyThere.class))
                .containsExactly("aLoginWithNobodyThereFailsAtOnceAndAsksNobodyUpstream()");
    }

    @Test
    void oneThatKeepsTheLoginUpstreamAndRenewsItForever() {
        assertThat(failures(NeverOver.class))
                .containsExactlyInAnyOrder(
                        "aLoginThatHasEndedUpstreamIsNotRenewed()", "aLogoutEndsTheLoginUpstreamAndMayBeRepeated()");
    }

    @Test
    void oneThatListsInAHurry() {
        assertThat(failures(Hurry.class))
                .containsExactlyInAnyOrder(
                        "accountsAreListedFirstAndThenExactlyTheRolesThatAreWanted()",
                        "whatIsListedBelongsToItsAccount()",
                        "anAccountThatFailsEndsNothingElse()",
                        "eachCallOfAListingHasItsTurnAndIsReported()",
                        "aListingStopsWhenItIsInterrupted()",
                        "aListingGoesOnWithAnotherTokenWhenOneIsRefused()",
                        "aListingWithARefusedTokenSaysSoWithoutTheToken()");
    }

    private static List<String> failures(Class<?> contract) {
        List<String> failures = new ArrayList<>();
        TestExecutionListener listener = new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest() && result.getStatus() != Status.SUCCESSFUL) {
                    failures.add(test.getDisplayName());
                }
            }
        };
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(listener)
                .build();
        LauncherFactory.create(alone)
                .execute(LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(contract))
                        .build());
        return failures;
    }

    // Static, so surefire does not find them by their names.
    static class NobodyThere extends IntegrationProviderContract {
        @Override
        protected IntegrationHarness start() {
            return new LandHarness(home, Careless::new);
        }
    }

    static class NeverOver extends IntegrationProviderContract {
        @Override
        protected IntegrationHarness start() {
            return new LandHarness(home, Endless::new);
        }
    }

    static class Hurry extends IntegrationProviderContract {
        @Override
        protected IntegrationHarness start() {
            return new LandHarness(home, Hasty::new);
        }
    }

    private static final class Careless extends LandProvider {
        Careless(LandOfAccounts land, PluginContext surroundings) {
            super(land, surroundings);
        }

        @Override
        public Credentials login(IntegrationContext context) {
            land.authorizations.incrementAndGet();
            return context.interaction().isInteractive() ? again(context) : tokens();
        }

        private Credentials again(IntegrationContext context) {
            land.authorizations.decrementAndGet();
            return super.login(context);
        }
    }

    private static final class Endless extends LandProvider {
        Endless(LandOfAccounts land, PluginContext surroundings) {
            super(land, surroundings);
        }

        @Override
        public Optional<Credentials> refresh(Credentials login, IntegrationContext context) {
            return Optional.of(tokens());
        }

        @Override
        public void logout(Credentials login, IntegrationContext context) {
            throw new IllegalStateException("it stays");
        }
    }

    private static final class Hasty extends LandProvider {
        Hasty(LandOfAccounts land, PluginContext surroundings) {
            super(land, surroundings);
        }

        @Override
        public void list(IntegrationLogin login, IntegrationContext context, Discovery discovery) {
            land.calls.incrementAndGet();
            UpstreamAccount first = land.accounts.get(0);
            discovery.listed(first, List.of());
            discovery.accounts(land.accounts);
        }
    }
}
