package dev.leapp.testkit.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationProvider;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What every {@link IntegrationProvider} promises. Extend it, and give a harness with a local stand-in of the service that the provider is
 * for, such as {@link dev.leapp.testkit.cloud.LocalPortal}.
 *
 * @since 0.1
 */
@SuppressWarnings("NullAway.Init") // JUnit sets the fields before each test
public abstract class IntegrationProviderContract {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    /** A home directory that belongs to the test. */
    @TempDir
    protected Path home;

    private IntegrationHarness harness;
    private IntegrationProvider provider;
    private Integration integration;
    private final KeptInMemory secrets = new KeptInMemory();

    /** For subclasses. */
    protected IntegrationProviderContract() {}

    /**
     * Starts a stand-in of the service, at which nobody has logged in, and the provider that works with it.
     *
     * @return the harness; the test closes it
     */
    protected abstract IntegrationHarness start();

    @BeforeEach
    final void startHarness() {
        harness = start();
        provider = harness.factory().create(harness.context());
        integration = new Integration(
                new IntegrationId("contract-integration"),
                "contract",
                harness.factory().descriptor().type(),
                provider.complete(harness.settings()));
    }

    @AfterEach
    final void closeHarness() {
        harness.close();
    }

    @Test
    void aLoginWithNobodyThereFailsAtOnceAndAsksNobodyUpstream() {
        Throwable failure = catchThrowable(() -> provider.login(context(UserInteraction.nonInteractive())));

        assertTrouble(failure, Trouble.LOGIN_NEEDED);
        assertThat(harness.authorizations()).isZero();
    }

    @Test
    void aLoginGivesAnAccessTokenThatWorks() {
        Credentials login = login();

        assertThat(login.kind()).isEqualTo(CredentialKind.BEARER_TOKEN);
        assertThat(login.isValidAt(harness.context().clock().instant())).isTrue();
        assertThat(harness.accepts(token(login))).isTrue();
        assertThat(login.toString()).doesNotContain(secretsOf(login));
    }

    @Test
    void aLoginSaysTrulyWhetherItCanBeRenewed() {
        Credentials login = login();

        assertThat(login.attributes().get(IntegrationProvider.RENEWABLE)).isIn("true", "false");
        assertThat(provider.refresh(login, context())).matches(renewed -> renewed.isPresent() == isRenewable(login));
    }

    @Test
    void aRenewedLoginWorksAndCanBeRenewedAgain() {
        Credentials login = login();
        int asked = harness.authorizations();
        if (!isRenewable(login)) {
            return; // only the user can log in again
        }

        Credentials renewed = provider.refresh(login, context()).orElseThrow();
        Credentials again = provider.refresh(renewed, context()).orElseThrow();

        assertThat(token(renewed)).isNotEqualTo(token(login));
        assertThat(harness.accepts(token(again))).isTrue();
        assertThat(isRenewable(renewed) && isRenewable(again)).isTrue();
        assertThat(harness.authorizations()).as("nobody was asked").isEqualTo(asked);
    }

    @Test
    void aLoginThatHasEndedUpstreamIsNotRenewed() {
        Credentials login = login();
        harness.endLogins();

        assertThat(provider.refresh(login, context())).isEmpty();
    }

    @Test
    void aLogoutEndsTheLoginUpstreamAndMayBeRepeated() {
        Credentials login = login();

        provider.logout(login, context());
        provider.logout(login, context());

        assertThat(harness.accepts(token(login))).isFalse();
        assertThat(provider.refresh(login, context())).isEmpty();
    }

    @Test
    void aLoginStopsWhenItIsInterrupted() throws InterruptedException {
        IdleUser user = new IdleUser();
        Attempt attempt = new Attempt(() -> provider.login(context(user)), user.asked);
        attempt.interrupt();

        assertTrouble(attempt.failure(), Trouble.CANCELLED);
    }

    @Test
    void aLoginWhoseTimeIsOverEnds() throws InterruptedException {
        Instant now = harness.context().clock().instant();
        IdleUser user = new IdleUser();
        Attempt attempt = new Attempt(() -> provider.login(context(user, now)), user.asked);

        assertThat(attempt.failure()).isInstanceOf(LeappException.class);
    }

    @Test
    void accountsAreListedFirstAndThenExactlyTheRolesThatAreWanted() {
        UpstreamAccount left = harness.accounts().get(1);
        Listed listed = new Listed(account -> !account.equals(left));

        provider.list(loggedIn(login(), new CountingPace()), context(), listed);

        assertThat(listed.accounts).containsExactlyInAnyOrderElementsOf(harness.accounts());
        assertThat(listed.order).startsWith("accounts").doesNotHaveDuplicates();
        assertThat(listed.order).hasSize(harness.accounts().size()).doesNotContain(left.id());
        assertThat(listed.failures).isEmpty();
        assertThat(sessions(listed))
                .isNotEmpty()
                .allMatch(session -> provider.sessionTypes().contains(session.type()));
    }

    @Test
    void whatIsListedBelongsToItsAccount() {
        Listed listed = new Listed(account -> true);

        provider.list(loggedIn(login(), new CountingPace()), context(), listed);

        listed.roles.forEach((id, roles) -> assertThat(roles)
                .isNotEmpty()
                .allMatch(role -> role.account().id().equals(id)));
        assertThat(sessions(listed)).extracting(UpstreamSession::upstreamId).doesNotHaveDuplicates();
    }

    @Test
    void anAccountThatFailsEndsNothingElse() {
        Credentials login = login();
        String failing = harness.accounts().get(0).id();
        harness.failListing(failing);
        Listed listed = new Listed(account -> true);

        provider.list(loggedIn(login, new CountingPace()), context(), listed);

        assertThat(listed.failures).containsOnlyKeys(failing);
        assertThat(listed.roles).hasSize(harness.accounts().size() - 1);
        assertThat(everythingOf(listed.failures.get(failing))).doesNotContain(secretsOf(login));
    }

    @Test
    void eachCallOfAListingHasItsTurnAndIsReported() {
        Credentials login = login();
        CountingPace pace = new CountingPace();

        provider.list(loggedIn(login, pace), context(), new Listed(account -> true));

        assertThat(pace.turns).hasValueGreaterThan(0).hasValue(harness.listingCalls());
        assertThat(pace.answers).hasValue(harness.listingCalls());
    }

    @Test
    void aListingStopsWhenItIsInterrupted() throws InterruptedException {
        CountingPace pace = new CountingPace();
        Listed listed = new Listed(account -> true, pace::close);
        Credentials login = login();
        Attempt attempt = new Attempt(() -> provider.list(loggedIn(login, pace), context(), listed), pace.waiting);
        attempt.interrupt();

        assertTrouble(attempt.failure(), Trouble.CANCELLED);
        assertThat(listed.order)
                .as("nothing is said of accounts that it did not get to")
                .containsExactly("accounts");
    }

    @Test
    void aListingGoesOnWithAnotherTokenWhenOneIsRefused() {
        Credentials refused = login();
        harness.revokeAccessTokens();
        Credentials good = login();
        Listed listed = new Listed(account -> true);

        provider.list(new LoggedIn(integration, refused, Optional.of(good), new CountingPace()), context(), listed);

        assertThat(listed.roles).hasSize(harness.accounts().size());
    }

    @Test
    void aListingWithARefusedTokenSaysSoWithoutTheToken() {
        Credentials login = login();
        harness.endLogins();

        Throwable failure = catchThrowable(
                () -> provider.list(loggedIn(login, new CountingPace()), context(), new Listed(account -> true)));

        assertTrouble(failure, Trouble.LOGIN_NEEDED);
        assertThat(everythingOf(failure)).doesNotContain(secretsOf(login));
    }

    @Test
    void whatIsSharedIsFoundUntilTheLogout() {
        Credentials login = login();
        provider.kept(login, context());
        Optional<Credentials> found = provider.found(context());
        if (found.isEmpty()) {
            return; // logins are not shared
        }

        assertThat(token(found.orElseThrow())).isEqualTo(token(login));
        assertThat(isRenewable(found.orElseThrow())).isEqualTo(isRenewable(login));
        provider.logout(login, context());
        assertThat(provider.found(context())).isEmpty();
    }

    @Test
    void completeChangesNothingMoreTheSecondTime() {
        assertThat(provider.complete(integration.settings())).isEqualTo(integration.settings());
    }

    @Test
    void fieldsHaveDistinctNamesAndNoneIsASecret() {
        IntegrationDescriptor descriptor = harness.factory().descriptor();
        Set<String> names = new HashSet<>();

        for (FieldSpec field : descriptor.fields()) {
            assertThat(names.add(field.name())).as(field.name()).isTrue();
            assertThat(field.aliases()).allMatch(names::add);
            assertThat(field.secret() || field.inSecretStore()).as(field.name()).isFalse();
        }
        assertThat(descriptor.loginFields())
                .allMatch(name -> descriptor.field(name).isPresent());
        assertThat(provider.sessionTypes()).isNotEmpty();
    }

    private Credentials login() {
        return provider.login(context(harness.user()));
    }

    private LoggedIn loggedIn(Credentials login, CountingPace pace) {
        return new LoggedIn(integration, login, Optional.empty(), pace);
    }

    private IntegrationContext context() {
        return context(UserInteraction.nonInteractive());
    }

    private IntegrationContext context(UserInteraction interaction) {
        return context(interaction, harness.context().clock().instant().plus(PATIENCE));
    }

    private IntegrationContext context(UserInteraction interaction, Instant deadline) {
        return IntegrationContext.builder(integration)
                .secrets(secrets)
                .interaction(interaction)
                .deadline(deadline)
                .build();
    }

    private static void assertTrouble(@Nullable Throwable failure, Trouble expected) {
        assertThat(failure).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code().trouble()).isEqualTo(expected);
        });
    }

    private static boolean isRenewable(Credentials login) {
        return Boolean.parseBoolean(login.attributes().get(IntegrationProvider.RENEWABLE));
    }

    private static String token(Credentials login) {
        return login.secret(IntegrationProvider.ACCESS_TOKEN).reveal();
    }

    private static String[] secretsOf(Credentials login) {
        return login.secrets().values().stream().map(Secret::reveal).toArray(String[]::new);
    }

    private static List<UpstreamSession> sessions(Listed listed) {
        return listed.roles.values().stream().flatMap(List::stream).toList();
    }

    private static String everythingOf(@Nullable Throwable failure) {
        StringWriter text = new StringWriter();
        if (failure != null) {
            failure.printStackTrace(new PrintWriter(text));
        }
        return text.toString();
    }
}
