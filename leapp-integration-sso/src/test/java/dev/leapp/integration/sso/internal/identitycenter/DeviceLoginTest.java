package dev.leapp.integration.sso.internal.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.port.DeviceCode;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.PortalFault;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class DeviceLoginTest {

    private static final Duration FIVE = Duration.ofSeconds(5);

    @TempDir
    Path home;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.at(home, LocalPortal.builder().interval(FIVE).strictInterval());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoTypesInTheCodeIsLoggedIn() {
        Visitor visitor = approving();

        Credentials login = login(visitor);

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
        DeviceCode shown = visitor.codes.get(0);
        assertThat(shown.purpose()).isEqualTo("integration 'acme'");
        assertThat(shown.expiresAt()).isEqualTo(Scene.NOW.plus(Duration.ofMinutes(10)));
        assertThat(shown.pageWithCode()).isPresent();
        assertThat(scene.secrets.accounts()).singleElement().asString().startsWith("client-device-");
        assertThat(scene.portal.calls("/client/register").get(0).parameter("grantTypes"))
                .contains("urn:ietf:params:oauth:grant-type:device_code refresh_token");
    }

    @Test
    void theServersIntervalIsKept() {
        scene.portal.leavePending(3);

        login(approving());

        assertThat(scene.rests).containsExactly(FIVE, FIVE, FIVE, FIVE);
        assertThat(scene.portal.count(PortalEvent.POLL_SLOWED)).isZero();
    }

    @Test
    void slowDownDoesNotEndTheLoginAndIsObeyed() {
        scene.portal.slowDown(2);

        Credentials login = login(approving());

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
        assertThat(scene.rests).containsExactly(FIVE, Duration.ofSeconds(10), Duration.ofSeconds(15));
    }

    @Test
    void theServiceSaysWhenToAskAgain() {
        scene.portal.failNext(
                1,
                PortalFault.tooManyRequests(Optional.of(Duration.ofSeconds(30))).at("/token"));
        scene.portal.failNext(
                1, PortalFault.tooManyRequests(Optional.of(Duration.ofHours(3))).at("/token"));

        login(approving());

        assertThat(scene.rests).containsExactly(FIVE, Duration.ofSeconds(30), Duration.ofSeconds(60));
    }

    @Test
    void aServiceThatIsTooBusyForACodeIsAskedAgain() {
        scene.portal.failNext(2, PortalFault.tooManyRequests(Optional.empty()).at("/device_authorization"));

        assertThat(scene.portal.isValid(login(approving()).secret("accessToken").reveal()))
                .isTrue();
    }

    @Test
    void aNetworkThatFailsForAMomentIsWaitedFor() {
        scene.portal.failNext(2, PortalFault.droppedConnection().at("/token"));
        scene.portal.failNext(1, PortalFault.oauth(503, "server_error").at("/token"));
        scene.portal.failNext(1, PortalFault.onTheWay(401).at("/token"));
        scene.portal.failNext(1, PortalFault.tooManyRequests(Optional.empty()).at("/token"));

        Credentials login = login(approving());

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
    }

    @Test
    void aCodeThatExpiresIsOneClearError() {
        LeappException failure = failure(Visitor.withPhone(code -> scene.portal.expire(code.userCode())));

        assertThat(failure.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(failure.getMessage()).isEqualTo("Nobody logged in to 'acme' in time");
    }

    @Test
    void nobodyIsWaitedForLongerThanTheCodeIsGood() {
        LeappException failure = failure(Visitor.withPhone(code -> {}));

        assertThat(failure.getMessage()).isEqualTo("Nobody logged in to 'acme' in time");
        assertThat(scene.clock.instant()).isBeforeOrEqualTo(Scene.NOW.plus(Duration.ofMinutes(10)));
    }

    @Test
    void whoRefusesIsToldSo() {
        LeappException failure = failure(Visitor.withPhone(code -> scene.portal.deny(code.userCode())));

        assertThat(failure.code()).isEqualTo(CoreErrorCode.CANCELLED);
    }

    @Test
    void aForgottenClientIsReplacedBeforeTheUserSeesACode() {
        login(approving());
        scene.portal.forgetClients();
        Visitor visitor = approving();

        login(visitor);

        assertThat(visitor.codes).hasSize(1);
        assertThat(scene.portal.count(PortalEvent.REGISTERED)).isEqualTo(2);
    }

    @Test
    void theIntegrationMayWantACodeAlthoughABrowserCouldOpen() {
        scene.settings.put("loginFlow", "device-code");
        Visitor visitor = Visitor.withBrowser(
                page -> {
                    throw new AssertionError("no browser is wanted");
                },
                code -> scene.portal.approve(code.userCode()));

        login(visitor);

        assertThat(visitor.codes).hasSize(1);
    }

    @Test
    void whatTheCallerWantsComesBeforeWhatTheIntegrationSays() {
        scene.settings.put("loginFlow", "device-code");
        Visitor visitor = Visitor.withBrowser(scene::agree);

        scene.provider().login(scene.context(visitor, LoginFlow.BROWSER));

        assertThat(visitor.pages).hasSize(1);
        assertThat(visitor.codes).isEmpty();
    }

    @Test
    void anInterruptionEndsTheWaiting() throws InterruptedException {
        CountDownLatch resting = new CountDownLatch(1);
        CompletableFuture<LeappException> failure = new CompletableFuture<>();
        Thread thread = new Thread(() -> failure.complete(catchThrowableOfType(
                LeappException.class,
                () -> scene.provider(time -> {
                            resting.countDown();
                            new CountDownLatch(1).await();
                        })
                        .login(scene.context(Visitor.withPhone(code -> {}))))));
        thread.start();
        resting.await();

        thread.interrupt();
        thread.join();

        assertThat(failure.join().code()).isEqualTo(CoreErrorCode.CANCELLED);
    }

    @Test
    void aServerThatCannotBeReachedIsNamed() {
        scene.portal.close();

        LeappException failure = failure(approving());

        assertThat(failure.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(failure.getMessage())
                .contains("'acme'", scene.portal.endpoint().getAuthority());
    }

    @Test
    void whatIsNotIdentityCenterIsNotTakenForIt() {
        scene.portal.failNext(1, PortalFault.malformedBody().at("/client/register"));

        LeappException failure = failure(approving());

        assertThat(failure.getMessage()).contains("is not IAM Identity Center");
        assertThat(List.of(failure.code())).containsExactly(CoreErrorCode.UNREACHABLE);
    }

    private Visitor approving() {
        return Visitor.withPhone(code -> scene.portal.approve(code.userCode()));
    }

    private Credentials login(UserInteraction interaction) {
        return scene.provider().login(scene.context(interaction));
    }

    private LeappException failure(UserInteraction interaction) {
        return catchThrowableOfType(LeappException.class, () -> login(interaction));
    }
}
