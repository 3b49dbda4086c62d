package dev.leapp.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.testkit.cloud.Caller.Reply;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class LocalPortalDeviceTest {

    private final TestClock clock = TestClock.atPresent();
    private LocalPortal portal = LocalPortal.builder().clock(clock).start();
    private Caller caller = new Caller(portal);
    private Reply client = caller.registerForDevices();
    private Reply device = caller.beginDevice(client);

    @BeforeEach
    void startsWithAWorkingCode() {
        assertThat(device.status()).isEqualTo(200);
        assertThat(portal.pendingUserCodes()).containsExactly(device.text("userCode"));
    }

    @AfterEach
    void close() {
        portal.close();
        portal.close();
    }

    private void restart(LocalPortal.Builder builder) {
        portal.close();
        portal = builder.clock(clock).start();
        caller = new Caller(portal);
        client = caller.registerForDevices();
        device = caller.beginDevice(client);
    }

    @Test
    void aRegistrationTellsWhenItEndsInSeconds() {
        long now = clock.instant().getEpochSecond();

        assertThat(client.body().get("clientIdIssuedAt").asLong()).isEqualTo(now);
        assertThat(client.body().get("clientSecretExpiresAt").asLong())
                .isEqualTo(now + Duration.ofDays(90).toSeconds());
    }

    @Test
    void aDeviceCodeTellsWhereToGoAndHowLongToWait() {
        assertThat(device.text("verificationUri")).isEqualTo(portal.endpoint() + "/device");
        assertThat(device.text("verificationUriComplete"))
                .isEqualTo(portal.endpoint() + "/device?user_code=" + device.text("userCode"));
        assertThat(device.body().get("expiresIn").asLong()).isEqualTo(600);
        assertThat(device.body().get("interval").asLong()).isEqualTo(1);
    }

    @Test
    void pollsArePendingUntilTheUserAgrees() {
        Reply pending = caller.poll(client, device);
        portal.approve(device.text("userCode"));
        Reply tokens = caller.poll(client, device);

        assertThat(pending.status()).isEqualTo(400);
        assertThat(pending.error()).isEqualTo("authorization_pending");
        assertThat(pending.errorType()).isEqualTo("AuthorizationPendingException");
        assertThat(tokens.status()).isEqualTo(200);
        assertThat(tokens.text("tokenType")).isEqualTo("Bearer");
        assertThat(tokens.body().get("expiresIn").asLong()).isEqualTo(28_800);
        assertThat(portal.isValid(tokens.text("accessToken"))).isTrue();
    }

    @Test
    void aCodeIsGoodOnce() {
        portal.approve(device.text("userCode"));
        caller.poll(client, device);

        assertThat(caller.poll(client, device).error()).isEqualTo("invalid_grant");
    }

    @Test
    void aCodeOfAnotherClientIsRefused() {
        portal.approve(device.text("userCode"));

        assertThat(caller.poll(caller.registerForDevices(), device).error()).isEqualTo("invalid_grant");
    }

    @Test
    void theUserMayRefuse() {
        portal.deny(device.text("userCode"));

        assertThat(caller.poll(client, device).errorType()).isEqualTo("AccessDeniedException");
    }

    @Test
    void aCodeExpiresByTheClock() {
        clock.advance(Duration.ofMinutes(10));

        assertThat(caller.poll(client, device).errorType()).isEqualTo("ExpiredTokenException");
        assertThat(portal.pendingUserCodes()).isEmpty();
        assertThatThrownBy(() -> portal.approve(device.text("userCode"))).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aCodeCanBeMadeToExpire() {
        portal.expire(device.text("userCode"));

        assertThat(caller.poll(client, device).error()).isEqualTo("expired_token");
    }

    @Test
    void pollsCanBeLeftPendingAndSlowedDownAsOftenAsTold() {
        portal.approve(device.text("userCode"));
        portal.slowDown(1);
        portal.leavePending(2);

        assertThat(List.of(poll(), poll(), poll(), poll()))
                .containsExactly("slow_down", "authorization_pending", "authorization_pending", "");
        assertThat(portal.count(PortalEvent.POLL_SLOWED)).isEqualTo(1);
        assertThat(portal.count(PortalEvent.POLL_PENDING)).isEqualTo(2);
    }

    private String poll() {
        return caller.poll(client, device).error();
    }

    @Test
    void aStrictPortalSlowsDownWhoPollsTooSoon() {
        restart(LocalPortal.builder().interval(Duration.ofSeconds(5)).strictInterval());
        String first = poll();
        clock.advance(Duration.ofSeconds(4));
        String soon = poll();
        clock.advance(Duration.ofSeconds(5));

        assertThat(List.of(first, soon, poll()))
                .containsExactly("authorization_pending", "slow_down", "authorization_pending");
    }

    @Test
    void anAutomaticUserAgreesAtOnce() {
        restart(LocalPortal.builder().automaticApproval());

        assertThat(caller.poll(client, device).status()).isEqualTo(200);
        assertThat(portal.count(PortalEvent.APPROVED)).isEqualTo(1);
    }

    @Test
    void aPersonPressesAButtonOnThePage() {
        String userCode = device.text("userCode");
        String page = caller.open("/device?user_code=" + userCode).text("page");
        Reply approved = caller.postForm("/device", "user_code=" + userCode + "&decision=approve");

        assertThat(page).contains("action=\"/device\"", "value=\"" + userCode + "\"");
        assertThat(approved.text("page")).contains("Request approved");
        assertThat(caller.poll(client, device).status()).isEqualTo(200);
        assertThat(caller.postForm("/device", "user_code=XXXX-XXXX&decision=approve")
                        .status())
                .isEqualTo(400);
    }

    @Test
    void aRegistrationExpiresAndIsForgotten() {
        clock.advance(Duration.ofDays(90));
        Reply expired = caller.beginDevice(client);
        client = caller.registerForDevices();
        portal.forgetClients();

        assertThat(expired.status()).isEqualTo(401);
        assertThat(expired.errorType()).isEqualTo("InvalidClientException");
        assertThat(caller.beginDevice(client).error()).isEqualTo("invalid_client");
    }

    @Test
    void anotherStartUrlIsRefusedIfOneIsGiven() {
        restart(LocalPortal.builder().startUrl("https://corp.awsapps.com/start"));
        Reply other = caller.post(
                "/device_authorization", Caller.with(client, Map.of("startUrl", "https://other.awsapps.com/start")));

        assertThat(device.status()).isEqualTo(200);
        assertThat(other.errorType()).isEqualTo("InvalidRequestException");
    }

    @Test
    void whatIsMissingIsNamed() {
        Reply refused = caller.post("/client/register", Map.of("clientType", "public"));

        assertThat(refused.text("error_description")).contains("clientName");
    }
}
