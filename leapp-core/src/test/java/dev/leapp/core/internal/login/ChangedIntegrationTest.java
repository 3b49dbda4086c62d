package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.integration.LoginState;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationLogin;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Integrations that are changed or deleted elsewhere while somebody has them in hand. */
class ChangedIntegrationTest {

    private static final Duration EXPIRED = FakeIntegrations.LIFETIME.plusHours(3);

    @TempDir
    private Path home;

    private LoginsFixture fixture;
    private IntegrationLogin before;

    @BeforeEach
    void open() {
        fixture = new LoginsFixture(home);
        before = fixture.logins.of(fixture.acme);
    }

    @Test
    void whoHasTheFormerPortalInHandIsNotSentThereAndSpoilsNotTheLoginToTheNextOne() {
        Integration moved = move();
        fixture.logins.login(moved, LoginFlow.AUTO);

        LeappException thrown = failure(before::accessToken);

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(thrown).hasMessageContaining("Integration 'acme' was changed meanwhile");
        assertThat(thrown.hint()).contains("run the command again");
        assertThat(fixture.logins.of(moved).accessToken()).isEqualTo(Secret.of("canary-token-1"));
        assertThat(fixture.provider.logins).hasValue(1);
    }

    @Test
    void aLoginToTheFormerPortalIsNotKept() {
        fixture.provider.whileLoggingIn = this::move;

        LeappException thrown = failure(() -> fixture.logins.login(fixture.acme, LoginFlow.AUTO));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(fixture.provider.kept).isEmpty();
        assertThat(fixture.provider.ended).containsExactly("canary-token-1");
        assertThat(fixture.store.names().orElseThrow()).isEmpty();
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
    }

    @Test
    void thatALoginOfNoUseCouldNotBeEndedIsToldAndHidesNotWhy() {
        fixture.provider.whileLoggingIn = this::move;
        fixture.provider.logoutFailure = FakeIntegrations.networkIsDown();

        assertThat(failure(() -> fixture.logins.login(fixture.acme, LoginFlow.AUTO))
                        .code())
                .isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(fixture.person.told).singleElement().asString().contains("could not be ended there");
    }

    @Test
    void whileTheWorkspaceCannotBeReadARenewedLoginIsKeptAllTheSame() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> fixture.unreadable = true;

        assertThat(failure(before::accessToken)).hasMessage("the workspace can't be read");
        fixture.unreadable = false;

        assertThat(fixture.token(fixture.another(UserInteraction.nonInteractive())))
                .isEqualTo("canary-token-2");
        assertThat(fixture.provider.refreshes).hasValue(1);
        assertThat(fixture.provider.ended).isEmpty();
    }

    @Test
    void aRenewedLoginThatNeitherTheWorkspaceNorTheStoreTookIsSavedByTheNextAttempt() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = () -> {
            fixture.unreadable = true;
            fixture.store.refuses = true;
        };
        assertThat(failure(before::accessToken)).hasMessage("the store is full");
        fixture.unreadable = false;
        fixture.store.refuses = false;

        assertThat(before.accessToken()).isEqualTo(Secret.of("canary-token-2"));
        assertThat(fixture.provider.refreshes).hasValue(1);
    }

    @Test
    void theLoginToWhatAnIntegrationWasIsEnded() {
        before.accessToken();
        move();

        fixture.logins.endFormer(fixture.acme);

        assertThat(fixture.provider.ended).containsExactly("canary-token-1");
        assertThat(fixture.store.names().orElseThrow()).isEmpty();
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
    }

    @Test
    void theLoginToWhatAnIntegrationIsNowStays() {
        before.accessToken();
        Integration moved = move();
        fixture.logins.login(moved, LoginFlow.AUTO);
        LoginState state = fixture.logins.state(moved.id());

        fixture.logins.endFormer(fixture.acme);

        assertThat(fixture.provider.ended).isEmpty();
        assertThat(fixture.logins.state(moved.id())).isEqualTo(state);
        assertThat(fixture.token(moved)).isEqualTo("canary-token-2");
    }

    @Test
    void theFormerLoginThatCouldNotBeKeptIsEndedToo() {
        fixture.provider.whileLoggingIn = () -> fixture.store.refuses = true;
        assertThat(failure(before::accessToken)).hasMessage("the store is full");
        fixture.store.refuses = false;
        move();

        fixture.logins.endFormer(fixture.acme);
        fixture.logins.endFormer(fixture.acme);

        assertThat(fixture.provider.ended).containsExactly("canary-token-1");
    }

    @Test
    void aFormerLoginThatCannotBeEndedIsToldAndCanBeEndedOnceItIsChangedBack() {
        before.accessToken();
        move();
        fixture.store.locked = true;

        fixture.logins.endFormer(fixture.acme);

        assertThat(fixture.person.told)
                .singleElement()
                .asString()
                .contains("'acme' was changed, but", "the store is locked", "change the integration back");
        fixture.store.locked = false;
        fixture.define(fixture.acme);
        fixture.logins.logout(fixture.acme);
        assertThat(fixture.provider.ended).containsExactly("canary-token-1");
    }

    @Test
    void thatALogoutEndsNotTheFormerLoginIsTold() {
        before.accessToken();

        assertThat(fixture.logins.logout(move())).isTrue();

        assertThat(fixture.store.names().orElseThrow()).isEmpty();
        assertThat(fixture.provider.ended).isEmpty();
        assertThat(fixture.person.told).singleElement().asString().contains("was not ended there");
    }

    @Test
    void whetherALoginCanBeEndedIsKnownBeforeAnythingIsChanged() {
        fixture.store.locked = true;
        fixture.logins.requireEndable(fixture.acme);
        fixture.store.locked = false;
        before.accessToken();
        LoginState state = fixture.logins.state(fixture.acme.id());
        fixture.logins.requireEndable(fixture.acme);
        fixture.store.locked = true;

        assertThat(failure(() -> fixture.logins.requireEndable(fixture.acme))).hasMessage("the store is locked");
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(state);
        assertThat(before.accessToken()).isEqualTo(Secret.of("canary-token-1"));
    }

    @Test
    void toFillInADefaultTakesNoLoginAway() {
        before.accessToken();
        Map<String, String> settings = new HashMap<>(fixture.acme.settings());
        settings.put("cache", "off");
        Integration same = new Integration(fixture.acme.id(), "acme", FakeIntegrations.TYPE, settings);

        assertThat(fixture.token(same)).isEqualTo("canary-token-1");
    }

    @Test
    void aRenewedLoginToTheFormerPortalIsNotKept() {
        fixture.token();
        fixture.clock.advance(EXPIRED);
        fixture.provider.whileRefreshing = this::move;

        assertThat(failure(before::accessToken).code()).isEqualTo(CoreErrorCode.OVERTAKEN);
        assertThat(fixture.provider.kept).containsExactly("canary-token-1");
        assertThat(fixture.provider.ended).containsExactly("canary-token-2");
    }

    @Test
    void toADeletedIntegrationNobodyLogsIn() {
        fixture.defined.clear();

        LeappException thrown = failure(before::accessToken);

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INTEGRATION_NOT_FOUND);
        assertThat(thrown).hasMessageContaining("Integration 'acme' was deleted meanwhile");
        assertThat(fixture.provider.logins).hasValue(0);
        assertThat(fixture.store.names().orElseThrow()).isEmpty();
    }

    @Test
    void theLoginToAnIntegrationThatIsDeletedMeanwhileIsNotKept() {
        fixture.provider.whileLoggingIn = fixture.defined::clear;

        assertThat(failure(before::accessToken).code()).isEqualTo(CoreErrorCode.INTEGRATION_NOT_FOUND);
        assertThat(fixture.provider.kept).isEmpty();
        assertThat(fixture.logins.state(fixture.acme.id())).isEqualTo(LoginState.none());
    }

    @Test
    void whoLogsInSeesWhatElseWasChangedMeanwhile() {
        fixture.define(new Integration(
                fixture.acme.id(), "corp", FakeIntegrations.TYPE, Map.of("portal", "https://one.example")));

        assertThat(before.accessToken()).isEqualTo(Secret.of("canary-token-1"));
        assertThat(fixture.provider.loggedInTo).containsExactly("corp");
    }

    private Integration move() {
        return fixture.define(new Integration(
                fixture.acme.id(), "acme", FakeIntegrations.TYPE, Map.of("portal", "https://other.example")));
    }

    private static LeappException failure(ThrowingCallable call) {
        return catchThrowableOfType(LeappException.class, call);
    }
}
