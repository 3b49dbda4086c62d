package dev.leapp.testkit.cloud;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.testkit.cloud.Caller.Reply;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class LocalPortalAccessTest {

    private static final String ACCOUNTS = "/assignment/accounts";

    private final TestClock clock = TestClock.atPresent();
    private LocalPortal portal = start(LocalPortal.builder().accounts(250, 5));
    private Caller caller = new Caller(portal);
    private String token = caller.accessToken();

    private LocalPortal start(LocalPortal.Builder builder) {
        return builder.clock(clock).start();
    }

    private void restart(LocalPortal.Builder builder) {
        portal.close();
        portal = start(builder);
        caller = new Caller(portal);
        token = caller.accessToken();
    }

    @AfterEach
    void close() {
        portal.close();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        String next = "";
        do {
            Reply page = caller.get(ACCOUNTS + "?max_result=100" + next, token);
            page.body()
                    .get("accountList")
                    .forEach(each -> names.add(each.get("accountName").asText()));
            next = "&next_token=" + page.text("nextToken");
        } while (!next.endsWith("="));
        return names;
    }

    @Test
    void accountsComeInPages() {
        assertThat(names())
                .hasSize(250)
                .doesNotHaveDuplicates()
                .startsWith("account-0001")
                .endsWith("account-0250");
        assertThat(portal.calls(ACCOUNTS)).hasSize(3);
        assertThat(caller.get(ACCOUNTS, token).body().get("accountList")).hasSize(20);
    }

    @Test
    void pagesHaveAtMostAHundredEntries() {
        for (String refused : List.of("max_result=101", "max_result=0", "max_result=x", "next_token=%25")) {
            Reply reply = caller.get(ACCOUNTS + "?" + refused, token);
            assertThat(reply.errorType()).as(refused).isEqualTo("InvalidRequestException");
        }
    }

    @Test
    void rolesComeInPages() {
        String path = "/assignment/roles?account_id=100000000007&max_result=3";
        Reply first = caller.get(path, token);
        Reply second = caller.get(path + "&next_token=" + first.text("nextToken"), token);

        assertThat(first.body().get("roleList")).hasSize(3);
        assertThat(first.body().at("/roleList/0/roleName").asText()).isEqualTo("AdministratorAccess");
        assertThat(first.body().at("/roleList/0/accountId").asText()).isEqualTo("100000000007");
        assertThat(second.body().get("roleList")).hasSize(2);
        assertThat(second.body().has("nextToken")).isFalse();
        assertThat(caller.get("/assignment/roles?account_id=999999999999", token)
                        .status())
                .isEqualTo(404);
    }

    @Test
    void accountsChangeWhileTheServerRuns() {
        portal.put(portal.accounts().get(0).renamed("prod"));
        portal.remove("100000000002");
        portal.put(PortalAccount.of("555555555555", "new", "Admin"));

        assertThat(names()).hasSize(250).startsWith("prod", "account-0003").endsWith("new");
    }

    @Test
    void aTokenEndsByTheClockByRevocationAndByLogout() {
        String revoked = caller.accessToken();
        String loggedOut = caller.accessToken();
        portal.revoke(revoked);
        assertThat(caller.logout(loggedOut).status()).isEqualTo(200);

        assertThat(caller.get(ACCOUNTS, revoked).errorType()).isEqualTo("UnauthorizedException");
        assertThat(caller.get(ACCOUNTS, loggedOut).status()).isEqualTo(401);
        assertThat(caller.get(ACCOUNTS, token).status()).isEqualTo(200);
        clock.advance(Duration.ofHours(8));
        assertThat(caller.get(ACCOUNTS, token).status()).isEqualTo(401);
    }

    @Test
    void aRefreshTokenIsGoodOnceWhenTokensRotate() {
        Reply client = caller.registerForDevices();
        Reply login = caller.login(client);
        clock.advance(Duration.ofHours(9));
        Reply second = caller.refresh(client, login.text("refreshToken"));
        Reply old = caller.refresh(client, login.text("refreshToken"));
        Reply third = caller.refresh(client, second.text("refreshToken"));

        assertThat(portal.isValid(second.text("accessToken"))).isTrue();
        assertThat(old.errorType()).isEqualTo("InvalidGrantException");
        assertThat(third.status()).isEqualTo(200);
        assertThat(portal.count(PortalEvent.REFRESHED)).isEqualTo(2);
        assertThat(portal.count(PortalEvent.REFRESH_REFUSED)).isEqualTo(1);
    }

    @Test
    void withoutRotationTheAnswerHasNoRefreshTokenAndTheOldOneStaysGood() {
        restart(LocalPortal.builder().noRotation());
        Reply client = caller.registerForDevices();
        String refreshToken = caller.login(client).text("refreshToken");

        assertThat(caller.refresh(client, refreshToken).body().has("refreshToken"))
                .isFalse();
        assertThat(caller.refresh(client, refreshToken).status()).isEqualTo(200);
        portal.revokeRefreshTokens();
        assertThat(caller.refresh(client, refreshToken).status()).isEqualTo(400);
    }

    @Test
    void aRefreshTokenEndsWithTheSession() {
        Reply client = caller.registerForDevices();
        Reply loggedOut = caller.login(client);
        caller.logout(loggedOut.text("accessToken"));
        Reply old = caller.login(client);
        clock.advance(Duration.ofDays(7));

        assertThat(caller.refresh(client, loggedOut.text("refreshToken")).error())
                .isEqualTo("invalid_grant");
        assertThat(caller.refresh(client, old.text("refreshToken")).error()).isEqualTo("invalid_grant");
    }

    @Test
    void thereNeedNotBeRefreshTokens() {
        restart(LocalPortal.builder().noRefreshTokens());

        assertThat(caller.login(caller.registerForDevices()).body().has("refreshToken"))
                .isFalse();
    }

    @Test
    void credentialsOfARoleTellTheirEndInMilliseconds() {
        Reply reply = caller.get("/federation/credentials?account_id=100000000001&role_name=ReadOnlyAccess", token);
        Reply forbidden = caller.get("/federation/credentials?account_id=100000000001&role_name=Other", token);

        assertThat(reply.body().at("/roleCredentials/expiration").asLong())
                .isEqualTo((clock.instant().getEpochSecond() + 3600) * 1000);
        assertThat(reply.body().at("/roleCredentials/accessKeyId").asText()).startsWith("ASIA");
        assertThat(forbidden.status()).isEqualTo(403);
    }

    @Test
    void credentialsOfARoleWorkAtTheStandInOfSts() throws Exception {
        try (LocalSts sts = LocalSts.builder().clock(clock).start()) {
            restart(LocalPortal.builder().accounts(1, 1).sts(sts).userName("jane"));
            Reply reply =
                    caller.get("/federation/credentials?account_id=100000000001&role_name=AdministratorAccess", token);
            StsPrincipal holder = sts.directory()
                    .holder(
                            reply.body().at("/roleCredentials/accessKeyId").asText(),
                            reply.body().at("/roleCredentials/secretAccessKey").asText(),
                            reply.body().at("/roleCredentials/sessionToken").asText())
                    .orElseThrow();

            assertThat(holder.arn())
                    .matches("arn:aws:sts::100000000001:assumed-role/"
                            + "AWSReservedSSO_AdministratorAccess_[0-9a-f]{16}/jane");
            assertThat(holder.account()).isEqualTo("100000000001");
        }
    }

    @Test
    void moreCallsThanTheLimitAreRefusedUntilTimeHasPassed() {
        AtomicLong nanos = new AtomicLong();
        restart(LocalPortal.builder().throttle(20, 2).retryAfter().nanoTime(nanos::get));

        assertThat(List.of(status(), status(), status())).containsExactly(200, 200, 429);
        nanos.addAndGet(TimeUnit.MILLISECONDS.toNanos(50));
        assertThat(List.of(status(), status())).containsExactly(200, 429);
        assertThat(portal.count(PortalEvent.THROTTLED)).isEqualTo(2);
    }

    private int status() {
        return caller.get(ACCOUNTS, token).status();
    }

    @Test
    void faultsAreShownAsOftenAsToldWhereTheyFit() {
        String roles = "/assignment/roles?account_id=";
        portal.failNext(
                1,
                PortalFault.answer(503, "ServiceUnavailableException", "later").at(ACCOUNTS));
        portal.failNext(1, PortalFault.tooManyRequests(Optional.empty()).ofAccount("100000000002"));
        portal.failNext(1, PortalFault.oauth(500, "server_error").at("/token"));

        assertThat(caller.get(roles + "100000000001", token).status()).isEqualTo(200);
        assertThat(caller.get(roles + "100000000002", token).status()).isEqualTo(429);
        assertThat(caller.get(roles + "100000000002", token).status()).isEqualTo(200);
        assertThat(List.of(status(), status())).containsExactly(503, 200);
        assertThat(caller.login(caller.registerForDevices()).errorType()).isEqualTo("InternalServerException");
    }

    @Test
    void bodiesAreCutOffAndConnectionsDropped() {
        portal.failNext(1, PortalFault.malformedBody());
        assertThatThrownBy(this::status).isInstanceOf(UncheckedIOException.class);
        portal.failNext(2, PortalFault.droppedConnection());
        assertThatThrownBy(this::status).isInstanceOf(UncheckedIOException.class);

        assertThat(status()).isEqualTo(200);
    }

    @Test
    void allAnswersNameTheRequestButThoseOfABoxOnTheWay() {
        portal.failNext(1, PortalFault.onTheWay(401));
        Reply foreign = caller.get(ACCOUNTS, token);

        assertThat(foreign.status()).isEqualTo(401);
        assertThat(foreign.requestId() + foreign.errorType()).isEmpty();
        assertThat(foreign.text("page")).startsWith("<html>");
        assertThat(caller.get(ACCOUNTS, token).requestId()).isNotEmpty();
        assertThat(caller.get(ACCOUNTS, "wrong").requestId()).isNotEmpty();
        assertThat(caller.refresh(caller.registerForDevices(), "wrong").requestId()).isNotEmpty();
    }

    @Test
    void aCallIsHeldUntilItIsReleased() throws Exception {
        StsHold hold = portal.holdNext(ACCOUNTS);
        Future<Integer> call = CompletableFuture.supplyAsync(this::status);

        assertThat(hold.awaitArrival(Duration.ofSeconds(10))).isTrue();
        assertThat(call.isDone()).isFalse();
        hold.release();
        assertThat(call.get(10, TimeUnit.SECONDS)).isEqualTo(200);
    }

    @Test
    void twoHundredClientsAreServedAtOnce() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(200);
        try {
            List<StsHold> holds = new ArrayList<>();
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < 200; i++) {
                holds.add(portal.holdNext(ACCOUNTS));
                calls.add(threads.submit(this::status));
            }
            for (StsHold hold : holds) {
                assertThat(hold.awaitArrival(Duration.ofSeconds(30))).isTrue();
            }
            holds.forEach(StsHold::release);
            for (Future<Integer> call : calls) {
                assertThat(call.get(30, TimeUnit.SECONDS)).isEqualTo(200);
            }
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void whatWasCalledIsToldWithoutItsSecrets() {
        Reply client = caller.registerForDevices();
        caller.refresh(client, "a-secret-token");
        PortalCall last = portal.calls("/token").get(portal.calls("/token").size() - 1);

        assertThat(last.parameter("refreshToken")).contains("a-secret-token");
        assertThat(last.toString()).contains("refreshToken").doesNotContain("a-secret-token");
    }
}
