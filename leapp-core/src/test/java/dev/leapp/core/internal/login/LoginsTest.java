package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.UserInteraction;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginsTest {

    /** A quarter of an hour before a login expires it is no longer fresh. */
    private static final Duration STALE = FakeIntegrations.LIFETIME.minusMinutes(14);

    private static final Duration EXPIRED = FakeIntegrations.LIFETIME.plusHours(3);

    @TempDir
    private Path home;

    private LoginsFixture fixture;
    private DefaultLogins unattended;

    @BeforeEach
    void open() {
        fixture = new LoginsFixture(home);
        unattended = fixture.another(UserInteraction.nonInteractive());
    }

    @Test
    void whoNeedsATokenLogsInOnceAndAllOthersUseThatLogin() {
        assertThat(fixture.token()).isEqualTo("canary-token-1");
        assertThat(fixture.token()).isEqualTo("canary-token-1");
        assertThat(fixture.token(unattended)).isEqualTo("canary-token-1");

        assertThat(fixture.provider.logins).hasValue(1);
        assertThat(fixture.provider.kept).containsExactly("canary-token-1");
    }

    @Test
    void theStoreIsReadOnceWhateverTheNumberOfCallers() {
        fixture.token();
        int before = fixture.store.reads.get();

        for (int i = 0; i < 100; i++) {
            fixture.token(unattended);
        }

        assertThat(fixture.store.reads.get() - before).isEqualTo(1);
    }

    @Test
    void howThingsStandIsToldWithoutTheStore() {
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
        fixture.token();
        int reads = fixture.store.reads.get();

        LoginState state = unattended.state(fixture.acme.id());

        assertThat(state.loggedInAt()).contains(fixture.clock.instant());
        assertThat(state.expiresAt()).contains(fixture.clock.instant().plus(FakeIntegrations.LIFETIME));
        assertThat(state.renewable()).isTrue();
        assertThat(fixture.store.reads).hasValue(reads);
    }

    @Test
    void whereNobodyIsThereTheErrorNamesTheCommand() {
        CredentialException none = catchThrowableOfType(CredentialException.class, () -> fixture.token(unattended));

        assertThat(none.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(none)
                .hasMessage("Nobody is logged in to integration 'acme'; login needed: leapp integration login acme");
        assertThat(fixture.provider.logins).hasValue(0);
    }

    @Test
    void aNameThatAShellWouldTakeApartIsQuoted() {
        Integration odd = fixture.define(FakeIntegrations.integration("Bob's corp", "https://one.example"));

        assertThatThrownBy(() -> unattended.of(odd).accessToken())
                .hasMessageEndingWith("login needed: leapp integration login 'Bob'\\''s corp'");
    }

    @Test
    void sinceWhenALoginIsExpiredIsTold() {
        fixture.provider.renewable = false;
        fixture.token();
        fixture.clock.advance(EXPIRED);

        assertThatThrownBy(() -> fixture.token(unattended))
                .hasMessage("The login to integration 'acme' expired 3 hours ago;"
                        + " login needed: leapp integration login acme");
    }

    @Test
    void anExpiredLoginIsRenewedSilently() {
        fixture.token();
        LoginState before = fixture.logins.state(fixture.acme.id());
        fixture.clock.advance(EXPIRED);

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
        assertThat(fixture.token()).isEqualTo("canary-token-2");

        LoginState after = fixture.logins.state(fixture.acme.id());
        assertThat(after.loggedInAt()).isEqualTo(before.loggedInAt());
        assertThat(after.expiresAt()).contains(fixture.clock.instant().plus(FakeIntegrations.LIFETIME));
        assertThat(fixture.provider.refreshes).hasValue(1);
        assertThat(fixture.provider.logins).hasValue(1);
        assertThat(fixture.provider.kept).containsExactly("canary-token-1", "canary-token-2");
    }

    @Test
    void aLoginIsRenewedBeforeItExpires() {
        fixture.token();
        fixture.clock.advance(STALE);

        assertThat(fixture.token()).isEqualTo("canary-token-2");
    }

    @Test
    void whatIsValidIsServedWhenARenewalFailsAndTheNextIsNotTriedAtOnce() {
        fixture.token();
        fixture.clock.advance(STALE);
        fixture.provider.whileRefreshing = () -> {
            throw FakeIntegrations.networkIsDown();
        };

        assertThat(Stream.generate(fixture::token).limit(5)).containsOnly("canary-token-1");
        assertThat(fixture.provider.refreshes).hasValue(1);

        fixture.provider.whileRefreshing = () -> {};
        fixture.clock.advance(Duration.ofMinutes(1));
        assertThat(fixture.token()).isEqualTo("canary-token-2");
    }

    @Test
    void whenNothingIsValidTheFailureOfTheRenewalIsTheErrorAndNobodyIsAsked() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> {
            throw FakeIntegrations.networkIsDown();
        };

        assertThatThrownBy(fixture::token).hasMessage("the network is down");
        assertThat(fixture.provider.logins).hasValue(1);
        assertThat(fixture.logins.state(fixture.acme.id()).renewable()).isTrue();
    }

    @Test
    void whenOnlyTheUserCanRenewItHeIsAsked() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.refreshesNoMore = true;

        assertThatThrownBy(() -> fixture.token(unattended)).hasMessageContaining("login needed:");
        assertThat(unattended.state(fixture.acme.id()).renewable()).isFalse();
        assertThat(fixture.token()).isEqualTo("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(1);
        assertThat(fixture.provider.logins).hasValue(2);
    }

    @Test
    void whatUpstreamRenewsNoMoreIsServedAsLongAsItIsValid() {
        fixture.token();
        fixture.clock.advance(STALE);
        fixture.provider.refreshesNoMore = true;

        assertThat(Stream.generate(fixture::token).limit(5)).containsOnly("canary-token-1");
        assertThat(fixture.provider.refreshes).hasValue(1);
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void aLoginThatAnotherProgramHasLeftIsUsedBeforeAnybodyIsAsked() {
        fixture.provider.found = Optional.of(fixture.provider.newLogin());

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-1");
        assertThat(fixture.provider.logins).hasValue(0);
        assertThat(unattended.state(fixture.acme.id()).loggedInAt()).isPresent();
    }

    @Test
    void ourOwnLoginThatIsFoundWithoutWhatRenewsItDoesNotReplaceIt() {
        fixture.token();
        LoginState before = fixture.logins.state(fixture.acme.id());
        fixture.clock.advance(STALE);
        fixture.provider.found = Optional.of(copyOfTheFirst(fixture.clock.instant(), "false"));

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
        assertThat(unattended.state(fixture.acme.id()).renewable()).isTrue();
        assertThat(unattended.state(fixture.acme.id()).loggedInAt()).isEqualTo(before.loggedInAt());
    }

    @Test
    void ourOwnLoginThatIsFoundIsNotYoungerThanItIs() {
        fixture.token();
        LoginState before = fixture.logins.state(fixture.acme.id());
        fixture.clock.advance(STALE);
        fixture.provider.found = Optional.of(copyOfTheFirst(fixture.clock.instant(), "true"));

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
        assertThat(unattended.state(fixture.acme.id()).loggedInAt()).isEqualTo(before.loggedInAt());
    }

    @Test
    void whatIsFoundAndNobodyCanRenewComesAfterARenewalOfOurs() {
        fixture.token();
        fixture.clock.advance(STALE);
        fixture.provider.renewable = false;
        fixture.provider.found = Optional.of(fixture.provider.newLogin());
        fixture.provider.renewable = true;

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-3");
        assertThat(unattended.state(fixture.acme.id()).renewable()).isTrue();
    }

    @Test
    void whatIsFoundAndNobodyCanRenewIsTakenIfOursIsOver() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.refreshesNoMore = true;
        fixture.provider.renewable = false;
        fixture.provider.found = Optional.of(fixture.provider.newLogin());

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(1);
    }

    @Test
    void whatIsFoundThatEndsSoonerThanOursIsLeft() {
        fixture.token();
        fixture.clock.advance(STALE);
        Instant now = fixture.clock.instant();
        fixture.provider.found = Optional.of(found("another", now, Duration.ofMinutes(10), "true"));

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
    }

    private static Credentials copyOfTheFirst(Instant issuedAt, String renewable) {
        return found("canary-token-1", issuedAt, Duration.ofMinutes(14), renewable);
    }

    private static Credentials found(String token, Instant issuedAt, Duration lifetime, String renewable) {
        return Credentials.builder(CredentialKind.BEARER_TOKEN, issuedAt)
                .attribute("renewable", renewable)
                .secret("accessToken", Secret.of(token))
                .secret("refreshToken", Secret.of("canary-refresh-1"))
                .expiresAt(issuedAt.plus(lifetime))
                .build();
    }

    @Test
    void aTokenForOnePortalIsNeverShownToAnother() {
        fixture.token();
        Integration moved = fixture.define(new Integration(
                fixture.acme.id(), "acme", FakeIntegrations.TYPE, Map.of("portal", "https://other.example")));

        assertThatThrownBy(() -> unattended.of(moved).accessToken()).hasMessageContaining("login needed:");
        assertThat(fixture.logins.of(moved).accessToken()).isEqualTo(Secret.of("canary-token-2"));
    }

    @Test
    void whoInsistsLogsInAnewAlsoAtTheSameMoment() {
        fixture.token();

        fixture.logins.login(fixture.acme, LoginFlow.AUTO);

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
    }

    @Test
    void whatTheLoginDoesNotDependOnMayChange() {
        fixture.token();
        Integration renamed = new Integration(
                fixture.acme.id(), "corp", FakeIntegrations.TYPE, Map.of("portal", "https://one.example", "note", "x"));

        assertThat(unattended.of(renamed).accessToken()).isEqualTo(Secret.of("canary-token-1"));
    }

    @Test
    void logoutForgetsTheLoginHereAndEndsItUpstream() {
        fixture.token();
        fixture.token(unattended);

        assertThat(fixture.logins.logout(fixture.acme)).isTrue();

        assertThat(fixture.provider.ended).containsExactly("canary-token-1");
        assertThat(fixture.store.names()).contains(Set.of());
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
        assertThatThrownBy(() -> fixture.token(unattended)).hasMessageContaining("Nobody is logged in");
        assertThat(fixture.logins.logout(fixture.acme)).isFalse();
        assertThat(fixture.provider.ended).hasSize(1);
    }

    @Test
    void aLogoutThatFailsUpstreamHasForgottenTheLoginAllTheSame() {
        fixture.token();
        fixture.provider.logoutFailure = FakeIntegrations.networkIsDown();

        assertThat(fixture.logins.logout(fixture.acme)).isTrue();

        assertThat(fixture.store.names()).contains(Set.of());
        assertThat(fixture.person.told).singleElement().asString().contains("forgotten here", "the network is down");
    }

    @Test
    void aLogoutThatDiedHalfwayIsFinishedByTheNext() {
        fixture.token();
        fixture.store.beforeDelete = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> fixture.logins.logout(fixture.acme)).hasMessage("killed");
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
        assertThatThrownBy(() -> fixture.token(unattended)).hasMessageContaining("Nobody is logged in");

        fixture.store.beforeDelete = () -> {};
        fixture.logins.logout(fixture.acme);

        assertThat(fixture.store.names()).contains(Set.of());
    }

    @Test
    void nothingIsRenewedWhileTheStoreTakesNothing() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.store.refuses = true;

        assertThatThrownBy(fixture::token).hasMessage("the store is full");
        assertThat(fixture.provider.refreshes).hasValue(0);

        fixture.store.refuses = false;
        assertThat(fixture.token()).isEqualTo("canary-token-2");
    }

    @Test
    void nobodyIsAskedWhileTheStoreTakesNothing() {
        fixture.store.refuses = true;

        assertThatThrownBy(fixture::token).hasMessage("the store is full");
        assertThat(fixture.provider.logins).hasValue(0);
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
    }

    @Test
    void aRenewedTokenThatCouldNotBeKeptIsNotHandedOutAndIsKeptBeforeAnotherIsGot() {
        fixture.token();
        LoginState before = fixture.logins.state(fixture.acme.id());
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> fixture.store.refuses = true;

        assertThatThrownBy(fixture::token).hasMessage("the store is full");
        assertThatThrownBy(fixture::token).hasMessage("the store is full");
        assertThat(fixture.provider.kept).containsExactly("canary-token-1");
        fixture.store.refuses = false;

        assertThat(fixture.token()).isEqualTo("canary-token-2");
        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(1);
        assertThat(fixture.logins.state(fixture.acme.id()).loggedInAt()).isEqualTo(before.loggedInAt());
    }

    @Test
    void aLoginThatCouldNotBeKeptIsNotAskedForAgain() {
        fixture.provider.whileLoggingIn = () -> fixture.store.refuses = true;

        assertThatThrownBy(() -> fixture.logins.login(fixture.acme, LoginFlow.AUTO))
                .hasMessage("the store is full");
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
        fixture.store.refuses = false;
        fixture.clock.advance(Duration.ofMinutes(1));
        fixture.logins.login(fixture.acme, LoginFlow.AUTO);

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-1");
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void aLoginThatCouldNotBeKeptIsForgottenOnceSomebodyElseHasAnotherOrLoggedOut() {
        DefaultLogins other = fixture.another(fixture.person);
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> fixture.store.refuses = true;
        assertThatThrownBy(fixture::token).hasMessage("the store is full");
        fixture.store.refuses = false;

        other.logout(fixture.acme);
        assertThatThrownBy(() -> fixture.token(unattended)).hasMessageContaining("login needed:");
        other.login(fixture.acme, LoginFlow.AUTO);

        assertThat(fixture.token()).isEqualTo("canary-token-3");
    }

    @Test
    void aLogoutEndsTheLoginThatCouldNotBeKept() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> fixture.store.refuses = true;
        assertThatThrownBy(fixture::token).hasMessage("the store is full");

        fixture.logins.logout(fixture.acme);

        assertThat(fixture.provider.ended).containsExactly("canary-token-2");
    }

    @Test
    void aMarkThatCannotBeReadEndsNoLogin() throws Exception {
        fixture.token();
        LoginState before = fixture.logins.state(fixture.acme.id());
        byte[] mark = read(mark());
        Files.delete(mark());
        Files.createDirectory(mark());

        assertThat(unattended.state(fixture.acme.id())).isEqualTo(LoginState.none());
        assertThat(fixture.token(unattended)).isEqualTo("canary-token-1");

        Files.delete(mark());
        write(mark(), mark);
        assertThat(unattended.state(fixture.acme.id())).isEqualTo(before);
    }

    @Test
    void aMarkThatIsDamagedIsWrittenAnewFromWhatTheStoreHas() {
        fixture.token();
        LoginState before = fixture.logins.state(fixture.acme.id());
        write(mark(), "loggedInAt=nonsense".getBytes(StandardCharsets.UTF_8));
        fixture.clock.advance(Duration.ofMinutes(1));

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-1");
        assertThat(unattended.state(fixture.acme.id())).isEqualTo(before);
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void aFirstLoginWhoseMarkIsNotWrittenIsFoundUnderTheLock() throws Exception {
        Path prepared = home.resolve("prepared");
        Path inTheWay = mark().resolve("in-the-way");
        fixture.provider.whileLoggingIn = () -> {
            move(mark(), prepared);
            write(inTheWay, new byte[0]);
        };

        assertThat(fixture.token()).isEqualTo("canary-token-1");
        Files.delete(inTheWay);
        Files.delete(mark());
        move(prepared, mark());
        assertThat(unattended.state(fixture.acme.id())).isEqualTo(LoginState.none());

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-1");
        assertThat(unattended.state(fixture.acme.id()).loggedInAt()).isPresent();
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void whatALogoutLeftThatDiedHalfwayIsNotTakenUpByALoginThatFails() {
        fixture.token();
        fixture.store.beforeDelete = () -> {
            throw new IllegalStateException("killed");
        };
        assertThatThrownBy(() -> fixture.logins.logout(fixture.acme)).hasMessage("killed");
        fixture.store.beforeDelete = () -> {};
        fixture.provider.whileLoggingIn = () -> {
            throw FakeIntegrations.cancelled();
        };

        assertThatThrownBy(fixture::token).hasMessage("the user cancelled");

        assertThatThrownBy(() -> fixture.token(unattended)).isInstanceOf(CredentialException.class);
        assertThat(fixture.store.names()).contains(Set.of());
    }

    @Test
    void whoInsistsLogsInAnewAlsoIfTheMarkIsDamaged() {
        fixture.token();
        fixture.clock.advance(Duration.ofMinutes(1));
        write(mark(), "loggedInAt=nonsense".getBytes(StandardCharsets.UTF_8));

        LoginState state = fixture.logins.login(fixture.acme, LoginFlow.AUTO);

        assertThat(state.loggedInAt()).contains(fixture.clock.instant());
        assertThat(fixture.provider.logins).hasValue(2);
    }

    @Test
    void whoInsistsLogsInAnewIfTheLoginThatCouldNotBeKeptIsOver() {
        fixture.provider.whileLoggingIn = () -> fixture.store.refuses = true;
        assertThatThrownBy(() -> fixture.logins.login(fixture.acme, LoginFlow.AUTO))
                .hasMessage("the store is full");
        fixture.provider.whileLoggingIn = () -> {};
        fixture.store.refuses = false;
        fixture.clock.advance(EXPIRED);

        LoginState state = fixture.logins.login(fixture.acme, LoginFlow.AUTO);

        assertThat(state.loggedInAt()).contains(fixture.clock.instant());
        assertThat(fixture.provider.logins).hasValue(2);
        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
    }

    @Test
    void aRenewalThatCouldNotBeKeptIsNoNewLogin() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> fixture.store.refuses = true;
        assertThatThrownBy(fixture::token).hasMessage("the store is full");
        fixture.store.refuses = false;

        fixture.logins.login(fixture.acme, LoginFlow.AUTO);

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-3");
        assertThat(fixture.provider.logins).hasValue(2);
    }

    @Test
    void aLoginThatAnotherProgramHasLeftIsOneMoreLoginAlsoIfItMustBeRenewedFirst() {
        fixture.provider.renewable = false;
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.renewable = true;
        fixture.provider.found = Optional.of(fixture.provider.newLogin());
        fixture.clock.advance(EXPIRED);

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-3");
        assertThat(unattended.state(fixture.acme.id()).loggedInAt()).contains(fixture.clock.instant());
    }

    @Test
    void aLoginThatDiedBeforeItsMarkIsFoundUnderTheLock() {
        fixture.token();
        fixture.token(unattended);
        byte[] mark = read(mark());
        fixture.clock.advance(EXPIRED);
        fixture.token();
        write(mark(), mark);

        assertThat(fixture.token(unattended)).isEqualTo("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(1);
        assertThat(fixture.logins.state(fixture.acme.id()).expiresAt())
                .contains(fixture.clock.instant().plus(FakeIntegrations.LIFETIME));
    }

    @Test
    void aRefusedTokenIsReplacedByTheOneThatSomebodyGotMeanwhile() {
        fixture.token();
        Secret refused = unattended.of(fixture.acme).accessToken();
        fixture.logins.login(fixture.acme, LoginFlow.AUTO);

        Secret other = unattended.of(fixture.acme).accessTokenInsteadOf(refused);

        assertThat(other.reveal()).isEqualTo("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(0);
    }

    @Test
    void aRefusedTokenIsReplacedByARenewedOne() {
        Secret refused = fixture.logins.of(fixture.acme).accessToken();

        Secret other = unattended.of(fixture.acme).accessTokenInsteadOf(refused);

        assertThat(other.reveal()).isEqualTo("canary-token-2");
    }

    @Test
    void aRefusedTokenThatNobodyCanReplaceIsNotShownAsGood() {
        fixture.provider.renewable = false;
        Secret refused = fixture.logins.of(fixture.acme).accessToken();

        assertThatThrownBy(() -> unattended.of(fixture.acme).accessTokenInsteadOf(refused))
                .hasMessage("The login to integration 'acme' is no longer accepted there;"
                        + " login needed: leapp integration login acme");
        assertThat(unattended.state(fixture.acme.id()).isOnlineAt(fixture.clock.instant()))
                .isFalse();
        assertThatThrownBy(() -> fixture.token(unattended)).hasMessageContaining("login needed:");
    }

    @Test
    void aLoginWithoutATokenIsTheProvidersDefectAndNotKept() {
        fixture.provider.tokenName = "token";

        assertThatThrownBy(fixture::token)
                .isInstanceOfSatisfying(
                        LeappException.class,
                        thrown -> assertThat(thrown.code()).isEqualTo(CoreErrorCode.PLUGIN_FAILED));
        assertThat(fixture.store.names()).contains(Set.of());
    }

    @Test
    void aTokenIsTheCallersOwnCopy() {
        fixture.logins.of(fixture.acme).accessToken().close();

        assertThat(fixture.token()).isEqualTo("canary-token-1");
    }

    @Test
    void thatOtherProgramsCouldNotBeToldIsToldAndSpoilsNothing() {
        fixture.provider.keptFailure = new LeappException(CoreErrorCode.NOT_WRITABLE, "no such directory", null);

        assertThat(fixture.token()).isEqualTo("canary-token-1");
        assertThat(fixture.person.told).singleElement().asString().contains("can't be shared", "no such directory");
    }

    @Test
    void anIntegrationThatNoPluginServesNamesTheArtifact() {
        Integration unknown = new Integration(fixture.acme.id(), "corp", "aws-sso", Map.of());

        LeappException thrown = catchThrowableOfType(
                LeappException.class, () -> fixture.logins.of(unknown).accessToken());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNKNOWN_INTEGRATION_TYPE);
        assertThat(thrown.hint().orElseThrow()).contains("dev.leapp:leapp-integration-sso");
        assertThat(fixture.logins.of(unknown).pace().perSecond()).isInfinite();
        assertThat(fixture.logins.logout(unknown)).isFalse();
    }

    @Test
    void aProvidersOwnSecretsAreSharedByAllIntegrationsOfTheType() {
        fixture.logins.context(fixture.acme, LoginFlow.AUTO).secrets().put("client", Secret.of("registration"));

        assertThat(fixture.store.get(new SecretName("integration-fake-sso-client")))
                .contains(Secret.of("registration"));
        assertThat(unattended
                        .context(FakeIntegrations.integration("other", "x"), LoginFlow.AUTO)
                        .secrets()
                        .get("client"))
                .contains(Secret.of("registration"));
    }

    @Test
    void noFileHoldsASecretAndAllAreTheOwnersOnly() throws Exception {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.token();

        try (Stream<Path> files = Files.walk(fixture.directory.root())) {
            List<Path> all = files.filter(Files::isRegularFile).toList();
            assertThat(all).contains(mark());
            assertThat(all).allSatisfy(file -> {
                assertThat(Files.readString(file)).doesNotContain("canary");
                assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                        .isEqualTo("rw-------");
            });
        }
        assertThat(fixture.logins.of(fixture.acme) + " " + fixture.logins + " "
                        + fixture.logins.state(fixture.acme.id()))
                .doesNotContain("canary");
    }

    private Path mark() {
        return fixture.directory.logins().resolve("id-of-acme.properties");
    }

    private static void move(Path from, Path to) {
        try {
            Files.move(from, to);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void write(Path file, byte[] bytes) {
        try {
            Files.createDirectories(file.getParent());
            Files.write(file, bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
