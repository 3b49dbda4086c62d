package dev.leapp.integration.sso.internal.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.LoginFlow;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalCall;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.PortalFault;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class BrowserLoginTest {

    @TempDir
    Path home;

    private Scene scene;

    @BeforeEach
    void open() {
        scene = Scene.at(home, LocalPortal.builder());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void whoAgreesInTheBrowserIsLoggedIn() {
        Credentials login = login(Visitor.withBrowser(scene::agree));

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
        assertThat(login.attribute("renewable")).isEqualTo("true");
        assertThat(login.expiresAt()).contains(Scene.NOW.plus(Duration.ofHours(8)));
        assertThat(login.secrets()).containsOnlyKeys("accessToken", "refreshToken", "clientId", "clientSecret");
    }

    @Test
    void theBrowserIsSentWithWhatTheStandardsAskFor() {
        Visitor visitor = Visitor.withBrowser(scene::agree);

        login(visitor);

        URI page = visitor.pages.get(0);
        assertThat(page.toString()).startsWith(scene.portal.endpoint() + "/authorize?response_type=code&client_id=");
        assertThat(page.getRawQuery())
                .contains("redirect_uri=http%3A%2F%2F127.0.0.1%3A", "%2Foauth%2Fcallback", "code_challenge_method=S256")
                .contains("scopes=sso%3Aaccount%3Aaccess")
                .containsPattern("state=[A-Za-z0-9_-]{43}&")
                .containsPattern("code_challenge=[A-Za-z0-9_-]{43}&");
        PortalCall token = scene.portal.calls("/token").get(0);
        assertThat(token.parameter("redirectUri"))
                .hasValueSatisfying(uri -> assertThat(uri).matches("http://127\\.0\\.0\\.1:[0-9]+/oauth/callback"));
    }

    @Test
    void theClientAsksForTheBrowserOnlyAndIsKept() {
        login(Visitor.withBrowser(scene::agree));
        login(Visitor.withBrowser(scene::agree));

        assertThat(scene.portal.calls("/client/register")).singleElement().satisfies(call -> {
            assertThat(call.parameter("clientName")).contains("leapp");
            assertThat(call.parameter("grantTypes")).contains("authorization_code refresh_token");
            assertThat(call.parameter("redirectUris")).contains("http://127.0.0.1/oauth/callback");
            assertThat(call.parameter("issuerUrl")).contains(scene.portal.startUrl());
            assertThat(call.parameter("scopes")).contains("sso:account:access");
        });
        assertThat(scene.secrets.accounts()).singleElement().asString().matches("client-browser-[0-9a-f]{32}");
    }

    @Test
    void aRegistrationIsRenewedBeforeItsLastDay() {
        login(Visitor.withBrowser(scene::agree));
        scene.clock.advance(Duration.ofDays(89).plusHours(1));

        login(Visitor.withBrowser(scene::agree));

        assertThat(scene.portal.count(PortalEvent.REGISTERED)).isEqualTo(2);
    }

    @Test
    void aClientThatTheServiceHasForgottenIsRegisteredAgainOnce() {
        login(Visitor.withBrowser(scene::agree));
        scene.portal.failNext(1, PortalFault.oauth(401, "invalid_client").at("/token"));

        Credentials login = login(Visitor.withBrowser(scene::agree));

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
        assertThat(scene.portal.count(PortalEvent.REGISTERED)).isEqualTo(2);
    }

    @Test
    void aBoxOnTheWayThatWantsALoginOfItsOwnLeavesTheRegistration() {
        scene.portal.failNext(1, PortalFault.onTheWay(401).at("/token"));

        assertThat(failure(Visitor.withBrowser(scene::agree)).code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        login(Visitor.withBrowser(scene::agree));

        assertThat(scene.portal.count(PortalEvent.REGISTERED)).isEqualTo(1);
    }

    @Test
    void aClientThatIsNeverTakenIsToldAndNotTriedForEver() {
        scene.portal.failNext(5, PortalFault.oauth(401, "invalid_client").at("/token"));

        assertThat(failure(Visitor.withBrowser(scene::agree)).code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(scene.portal.count(PortalEvent.REGISTERED)).isEqualTo(2);
        assertThat(scene.secrets.isEmpty()).isTrue();
    }

    @Test
    void aFailedRegistrationLeavesNothingAndTheNextLoginWorks() {
        scene.portal.failNext(
                1, PortalFault.oauth(400, "invalid_client_metadata").at("/client/register"));

        LeappException failure = failure(Visitor.withBrowser(scene::agree));

        assertThat(failure.getMessage()).contains("'acme'", "InvalidClientMetadataException");
        assertThat(scene.secrets.isEmpty()).isTrue();
        assertThat(login(Visitor.withBrowser(scene::agree)).isValidAt(Scene.NOW))
                .isTrue();
    }

    @Test
    void aPageThatNeverSendsTheBrowserBackDoesNotKeepItsRegistration() {
        login(Visitor.withBrowser(scene::agree));
        Visitor visitor = Visitor.withBrowser(page -> true);
        IntegrationContext over = IntegrationContext.builder(scene.integration())
                .secrets(scene.secrets)
                .interaction(visitor)
                .deadline(scene.clock.instant())
                .build();

        LeappException failure = catchThrowableOfType(
                LeappException.class, () -> scene.provider().login(over));

        assertThat(failure.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(failure.hint().orElseThrow()).contains("--device-code");
        assertThat(scene.secrets.isEmpty()).isTrue();
        login(Visitor.withBrowser(scene::agree));
    }

    @ParameterizedTest
    @ValueSource(strings = {"invalid_client", "unauthorized_client", "invalid_request"})
    void aPageThatDoesNotTakeTheClientDoesNotKeepItsRegistration(String error) {
        LeappException failure = failure(Visitor.withBrowser(page -> {
            String redirect = scene.portal.deny(page).toString().replace("access_denied", error);
            Scene.follow(URI.create(redirect));
            return true;
        }));

        assertThat(failure.getMessage()).contains(error);
        assertThat(scene.secrets.isEmpty()).isTrue();
    }

    @Test
    void aCodeIsSentOnceAlsoIfItsAnswerIsLost() {
        scene.portal.failNext(1, PortalFault.lostAnswer().at("/token"));

        assertThat(failure(Visitor.withBrowser(scene::agree)).code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(scene.portal.calls("/token")).hasSize(1);
    }

    @Test
    void aServiceThatIsTooBusyToRegisterIsAskedAgain() {
        scene.portal.failNext(2, PortalFault.tooManyRequests(Optional.empty()).at("/client/register"));
        scene.portal.failNext(1, PortalFault.oauth(503, "server_error").at("/token"));

        login(Visitor.withBrowser(scene::agree));

        assertThat(scene.portal.count(PortalEvent.REGISTERED)).isEqualTo(1);
    }

    @Test
    void aForgedStateAndASecondHitChangeNothing() {
        AtomicReference<Integer> forged = new AtomicReference<>(0);
        AtomicReference<Integer> second = new AtomicReference<>(0);

        Credentials login = login(Visitor.withBrowser(page -> {
            URI redirect = scene.portal.approve(page);
            String base = redirect.toString().substring(0, redirect.toString().indexOf('?'));
            forged.set(Scene.follow(URI.create(base + "?code=forged&state=forged")));
            Scene.follow(redirect);
            second.set(Scene.follow(redirect));
            return true;
        }));

        assertThat(forged.get()).isEqualTo(400);
        assertThat(second.get()).isEqualTo(410);
        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
    }

    @Test
    void whoRefusesInTheBrowserIsToldSo() {
        LeappException failure = failure(Visitor.withBrowser(page -> {
            Scene.follow(scene.portal.deny(page));
            return true;
        }));

        assertThat(failure.code()).isEqualTo(CoreErrorCode.CANCELLED);
        assertThat(failure.getMessage()).isEqualTo("The login to 'acme' was not allowed in the browser");
    }

    @Test
    void whereNoBrowserOpensACodeIsShown() {
        Visitor visitor = Visitor.withBrowser(page -> false, code -> scene.portal.approve(code.userCode()));

        Credentials login = login(visitor);

        assertThat(visitor.codes).hasSize(1);
        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
    }

    @Test
    void whoWantsTheBrowserMayOpenTheShownAddressByHand() {
        Credentials login = scene.provider()
                .login(scene.context(Visitor.withBrowser(page -> !scene.agree(page)), LoginFlow.BROWSER));

        assertThat(scene.portal.isValid(login.secret("accessToken").reveal())).isTrue();
    }

    @Test
    void nobodyThereMeansLoginNeededAtOnceAndNothingIsAsked() {
        LeappException failure = failure(UserInteraction.nonInteractive());

        assertThat(failure.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(failure.hint()).contains("log in, in a terminal: leapp integration login 'acme'");
        assertThat(scene.portal.calls()).isEmpty();
    }

    @Test
    void anInterruptionEndsTheWaitingAndTheListener() throws InterruptedException {
        CountDownLatch opened = new CountDownLatch(1);
        CompletableFuture<LeappException> failure = new CompletableFuture<>();
        Visitor visitor = Visitor.withBrowser(page -> {
            opened.countDown();
            return true;
        });
        Thread thread = new Thread(() -> failure.complete(failure(visitor)));
        thread.start();
        opened.await();

        thread.interrupt();
        thread.join();

        assertThat(failure.join().code()).isEqualTo(CoreErrorCode.CANCELLED);
        URI redirect = scene.portal.approve(visitor.pages.get(0));
        assertThat(catchThrowableOfType(UncheckedIOException.class, () -> Scene.follow(redirect)))
                .hasCauseInstanceOf(ConnectException.class);
    }

    @Test
    void noSecretIsInWhatIsToldOrThrown() {
        Visitor visitor = Visitor.withBrowser(scene::agree);
        Credentials login = login(visitor);
        scene.portal.failNext(2, PortalFault.oauth(400, "invalid_grant").at("/token"));
        LeappException failure = failure(visitor);

        String said = visitor.told + failure.toString() + failure.hint() + login;
        login.secrets().values().forEach(secret -> assertThat(said).doesNotContain(secret.reveal()));
        scene.portal
                .calls("/token")
                .forEach(call -> assertThat(said)
                        .doesNotContain(call.parameter("code").orElseThrow())
                        .doesNotContain(call.parameter("codeVerifier").orElseThrow()));
    }

    private Credentials login(UserInteraction interaction) {
        return scene.provider().login(scene.context(interaction));
    }

    private LeappException failure(UserInteraction interaction) {
        return catchThrowableOfType(LeappException.class, () -> login(interaction));
    }
}
