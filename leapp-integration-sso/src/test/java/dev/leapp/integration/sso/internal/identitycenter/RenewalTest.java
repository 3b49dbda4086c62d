package dev.leapp.integration.sso.internal.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.PortalFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class RenewalTest {

    @TempDir
    Path home;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.at(home, LocalPortal.builder().accessTokenLifetime(Duration.ofHours(1)));
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void anExpiredLoginIsRenewedWithoutTheUser() {
        Credentials login = login();
        scene.clock.advance(Duration.ofHours(2));

        Credentials renewed = refresh(login).orElseThrow();

        assertThat(scene.portal.isValid(renewed.secret("accessToken").reveal())).isTrue();
        assertThat(renewed.secret("refreshToken")).isNotEqualTo(login.secret("refreshToken"));
        assertThat(renewed.attribute("renewable")).isEqualTo("true");
        assertThat(refresh(renewed)).isPresent();
    }

    @Test
    void anAnswerWithoutARefreshTokenKeepsTheOldOne() {
        scene.close();
        scene = Scene.at(home, LocalPortal.builder().noRotation());
        Credentials login = login();

        Credentials renewed = refresh(login).orElseThrow();

        assertThat(renewed.secret("refreshToken")).isEqualTo(login.secret("refreshToken"));
        assertThat(renewed.secret("accessToken")).isNotEqualTo(login.secret("accessToken"));
        assertThat(refresh(renewed)).isPresent();
    }

    @Test
    void aLoginThatWasTakenBackNeedsTheUser() {
        Credentials login = login();
        scene.portal.revokeRefreshTokens();

        assertThat(refresh(login)).isEmpty();
    }

    @Test
    void aLoginOfAForgottenClientNeedsTheUser() {
        Credentials login = login();
        scene.portal.forgetClients();

        assertThat(refresh(login)).isEmpty();
    }

    @Test
    void aLoginWhoseRegistrationHasExpiredIsNotEvenTried() {
        Credentials login = login();
        scene.clock.advance(Duration.ofDays(91));

        assertThat(refresh(login)).isEmpty();
        assertThat(scene.portal.count(PortalEvent.REFRESH_REFUSED)).isZero();
    }

    @Test
    void aLoginWithoutARefreshTokenIsNotRenewable() {
        scene.close();
        scene = Scene.at(home, LocalPortal.builder().noRefreshTokens());

        Credentials login = login();

        assertThat(login.attribute("renewable")).isEqualTo("false");
        assertThat(refresh(login)).isEmpty();
    }

    @Test
    void aNetworkThatIsDownIsNoReasonToForgetTheLogin() {
        Credentials login = login();
        scene.portal.failNext(4, PortalFault.oauth(500, "server_error").at("/token"));

        assertThatThrownBy(() -> refresh(login))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.UNREACHABLE));
        assertThat(refresh(login)).isPresent();
    }

    @Test
    void aBoxOnTheWayThatWantsALoginOfItsOwnIsNoReasonToForgetTheLogin() {
        Credentials login = login();
        scene.portal.failNext(1, PortalFault.onTheWay(401).at("/token"));

        assertThatThrownBy(() -> refresh(login))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.UNREACHABLE))
                .hasMessageContaining("is not IAM Identity Center (HTTP 401)");
        assertThat(scene.secrets.isEmpty()).isFalse();
        assertThat(refresh(login)).isPresent();
    }

    @Test
    void aLogoutThatABoxOnTheWayRefusesHasNotHappened() {
        Credentials login = login();
        scene.portal.failNext(1, PortalFault.onTheWay(401).at("/logout"));

        assertThatThrownBy(() -> scene.provider().logout(login, nobody()))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.UNREACHABLE));
        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
    }

    @Test
    void aServiceThatIsBusyForAMomentIsAskedAgainWhenItWishes() {
        Credentials login = login();
        scene.rests.clear();
        scene.portal.failNext(
                1,
                PortalFault.tooManyRequests(Optional.of(Duration.ofSeconds(3))).at("/token"));
        scene.portal.failNext(1, PortalFault.oauth(503, "server_error").at("/token"));

        assertThat(refresh(login)).isPresent();
        assertThat(scene.rests).hasSize(2);
        assertThat(scene.rests.get(0)).isBetween(Duration.ofSeconds(3), Duration.ofSeconds(4));
    }

    @Test
    void nobodyIsAskedAgainAfterTheDeadline() {
        Credentials login = login();
        scene.rests.clear();
        scene.portal.failNext(
                2, PortalFault.tooManyRequests(Optional.of(Duration.ofHours(3))).at("/token"));
        IntegrationContext hasty = IntegrationContext.builder(scene.integration())
                .secrets(scene.secrets)
                .deadline(scene.clock.instant().plus(Duration.ofSeconds(20)))
                .build();

        assertThatThrownBy(() -> scene.provider().refresh(login, hasty))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.THROTTLED));
        assertThat(scene.rests).isEmpty();
    }

    @Test
    void aRefreshTokenIsSentOnceAlsoIfItsAnswerIsLost() {
        Credentials login = login();
        int before = scene.portal.calls("/token").size();
        scene.portal.failNext(1, PortalFault.lostAnswer().at("/token"));

        assertThatThrownBy(() -> refresh(login))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.UNREACHABLE));
        assertThat(scene.portal.calls("/token")).hasSize(before + 1);
        assertThat(scene.portal.count(PortalEvent.REFRESHED)).isEqualTo(1);
    }

    @Test
    void aRegistrationThatARenewalFindsForgottenIsForgottenHereToo() {
        Credentials login = login();
        scene.portal.forgetClients();

        refresh(login);

        assertThat(scene.secrets.isEmpty()).isTrue();
    }

    @Test
    void noSecretIsInWhatGoesWrong() {
        Credentials login = login();
        scene.portal.failNext(1, PortalFault.oauth(400, "invalid_request").at("/token"));

        LeappException failure = catchThrowableOfType(LeappException.class, () -> refresh(login));

        login.secrets()
                .values()
                .forEach(secret ->
                        assertThat(failure.toString() + failure.hint()).doesNotContain(secret.reveal()));
    }

    @Test
    void loggingOutEndsTheLoginUpstream() {
        Credentials login = login();

        scene.provider().logout(login, nobody());

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isFalse();
        assertThat(scene.portal.count(PortalEvent.LOGGED_OUT)).isEqualTo(1);
    }

    @Test
    void whatHasEndedAlreadyIsLoggedOut() {
        Credentials login = login();
        scene.portal.revokeAccessTokens();

        scene.provider().logout(login, nobody());

        assertThat(scene.portal.calls("/logout")).hasSize(1);
    }

    @Test
    void aLogoutThatFailsIsTold() {
        Credentials login = login();
        scene.portal.close();

        assertThatThrownBy(() -> scene.provider().logout(login, nobody()))
                .isInstanceOf(LeappException.class)
                .hasMessageContaining("Can't reach IAM Identity Center");
    }

    private Credentials login() {
        return scene.provider().login(scene.context(Visitor.withPhone(code -> scene.portal.approve(code.userCode()))));
    }

    private Optional<Credentials> refresh(Credentials login) {
        return scene.provider().refresh(login, nobody());
    }

    private IntegrationContext nobody() {
        return scene.context(UserInteraction.nonInteractive());
    }
}
