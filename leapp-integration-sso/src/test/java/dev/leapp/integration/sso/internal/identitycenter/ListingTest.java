package dev.leapp.integration.sso.internal.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.Pace;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalAccount;
import dev.leapp.testkit.cloud.PortalFault;
import dev.leapp.testkit.cloud.StsHold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ListingTest {

    @TempDir
    Path home;

    private Scene scene;
    private final AtomicInteger turns = new AtomicInteger();
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger replaced = new AtomicInteger();
    private volatile boolean noTurns;
    private final List<Optional<Duration>> throttled = new CopyOnWriteArrayList<>();

    @BeforeEach
    void open() {
        scene = Scene.at(home, LocalPortal.builder());
    }

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void allAccountsAndRolesAreListedInPagesOfAHundred() {
        open(LocalPortal.builder().accounts(250, 3));

        Ledger ledger = list(new Ledger());

        assertThat(ledger.accounts).hasSize(250);
        assertThat(ledger.listed).hasSize(250);
        assertThat(ledger.listed.values()).allSatisfy(roles -> assertThat(roles).hasSize(3));
        assertThat(ledger.failed).isEmpty();
        assertThat(scene.portal.calls("/assignment/accounts"))
                .hasSize(3)
                .allSatisfy(call -> assertThat(call.parameter("max_result")).contains("100"));
        assertThat(turns).hasValue(scene.portal.calls().size() - 3);
        assertThat(answered).hasValue(turns.get());
    }

    @Test
    void aRoleIsASessionAsTheDesktopAppSpellsIt() {
        open(LocalPortal.builder()
                .account(new PortalAccount("123456789012", "Prod", "prod@example.com", List.of("ReadOnly"))));

        UpstreamSession session = list(new Ledger()).roles("123456789012").get(0);

        assertThat(session.type()).hasToString("aws-sso-role");
        assertThat(session.upstreamId()).isEqualTo("123456789012/ReadOnly");
        assertThat(session.account().name()).isEqualTo("Prod");
        assertThat(session.settings())
                .containsEntry("roleArn", "arn:aws:iam::123456789012/ReadOnly")
                .containsEntry("awsSsoConfigurationId", "i-1")
                .containsEntry("email", "prod@example.com")
                .hasSize(3);
        assertThat(session.labels()).containsEntry("email", "prod@example.com");
    }

    @Test
    void anArnIsOfThePartitionOfTheRegion() {
        open(LocalPortal.builder().account(PortalAccount.of("123456789012", "Prod", "Ops")));
        scene.settings.put("region", "cn-north-1");

        UpstreamSession session = list(new Ledger()).roles("123456789012").get(0);

        assertThat(session.settings()).containsEntry("roleArn", "arn:aws-cn:iam::123456789012/Ops");
    }

    @Test
    void rolesAreAskedForOnlyInAccountsThatAreWanted() {
        open(LocalPortal.builder().accounts(20, 1));

        Ledger ledger = list(new Ledger(account -> account.id().endsWith("1")));

        assertThat(scene.portal.calls("/assignment/roles"))
                .hasSize(ledger.listed.size())
                .hasSizeLessThan(20);
    }

    @Test
    void tooManyRequestsAreWaitedForAndLoseNothing() {
        open(LocalPortal.builder().accounts(5, 1));
        scene.portal.failNext(
                3,
                PortalFault.tooManyRequests(Optional.of(Duration.ofSeconds(2))).at("/assignment/roles"));
        scene.portal.failNext(1, PortalFault.tooManyRequests(Optional.empty()).at("/assignment/accounts"));

        Ledger ledger = list(new Ledger());

        assertThat(ledger.listed).hasSize(5);
        assertThat(ledger.failed).isEmpty();
        assertThat(throttled)
                .containsExactlyInAnyOrder(
                        Optional.empty(),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(2)),
                        Optional.of(Duration.ofSeconds(2)));
    }

    @Test
    void whatIsThrottledForEverEndsWithAnError() {
        open(LocalPortal.builder().accounts(1, 1));
        scene.portal.failNext(
                1_000, PortalFault.tooManyRequests(Optional.empty()).at("/assignment/accounts"));

        assertThat(failure(new Ledger()).code()).isEqualTo(CoreErrorCode.THROTTLED);
        assertThat(scene.portal.calls("/assignment/accounts")).hasSizeLessThan(100);
    }

    @Test
    void aServerThatFailsForAMomentIsAskedAgain() {
        open(LocalPortal.builder().accounts(3, 1));
        scene.portal.failNext(
                2, PortalFault.answer(503, "ServiceUnavailable", "busy").at("/assignment/roles"));
        scene.portal.failNext(2, PortalFault.droppedConnection().at("/assignment/roles"));

        assertThat(list(new Ledger()).listed).hasSize(3);
        assertThat(scene.rests).isNotEmpty().allSatisfy(rest -> assertThat(rest).isLessThan(Duration.ofSeconds(6)));
    }

    @Test
    void aListingEndsAtItsDeadlineAndLosesNothing() {
        open(LocalPortal.builder().accounts(50, 1));
        Ledger ledger = new Ledger(account -> {
            scene.clock.advance(Duration.ofMinutes(1));
            return true;
        });

        LeappException failure = failure(ledger);

        assertThat(failure).hasMessage("Not all of 'acme' could be listed in time");
        assertThat(failure.hint().orElseThrow()).contains("leapp integration sync 'acme'");
        assertThat(scene.portal.calls("/assignment/roles")).isEmpty();
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void aTurnThatWouldComeTooLateEndsTheListingAsItsDeadlineDoes() {
        open(LocalPortal.builder().accounts(50, 1));
        Ledger ledger = new Ledger(account -> {
            noTurns = true;
            return true;
        });

        LeappException failure = failure(ledger);

        assertThat(failure).hasMessage("Not all of 'acme' could be listed in time");
        assertThat(failure.hint().orElseThrow()).contains("leapp integration sync 'acme'");
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void nobodyWaitsForHoursBecauseTheServiceSaysSo() {
        open(LocalPortal.builder().accounts(1, 1));
        scene.portal.failNext(
                1, PortalFault.tooManyRequests(Optional.of(Duration.ofHours(3))).at("/assignment/roles"));

        list(new Ledger());

        assertThat(throttled).containsExactly(Optional.of(Duration.ofMinutes(1)));
    }

    @Test
    void anAccountThatFailsIsToldAndTheOthersGoOn() {
        open(LocalPortal.builder().accounts(10, 1));
        String refused = scene.portal.accounts().get(4).id();
        scene.portal.failNext(
                1,
                PortalFault.answer(403, "ForbiddenException", "no")
                        .at("/assignment/roles")
                        .ofAccount(refused));

        Ledger ledger = list(new Ledger());

        assertThat(ledger.listed).hasSize(9).doesNotContainKey(refused);
        assertThat(ledger.failed.get(refused))
                .hasMessageContaining("may not list the roles in account " + refused)
                .isInstanceOfSatisfying(
                        CredentialException.class,
                        failure -> assertThat(failure.cloudCode()).contains("ForbiddenException"));
    }

    @Test
    void anAnswerWithoutTheListIsNotTakenForAnEmptyOne() {
        open(LocalPortal.builder().accounts(2, 1));
        scene.portal.failNext(1, PortalFault.malformedBody().at("/assignment/accounts"));
        Ledger ledger = new Ledger();

        assertThat(failure(ledger).getMessage()).contains("is not IAM Identity Center");
        assertThat(ledger.accounts).isEmpty();
    }

    @Test
    void aNetworkThatIsDownEndsTheListingWithoutAThousandFailures() {
        open(LocalPortal.builder().accounts(200, 1));
        Ledger ledger = new Ledger(account -> {
            scene.portal.close();
            return true;
        });

        assertThat(failure(ledger).code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(ledger.failed).hasSizeLessThan(30);
    }

    @Test
    void aTokenThatIsRefusedIsReplacedOnceForAllThreads() {
        open(LocalPortal.builder().accounts(30, 1));
        Ledger ledger = new Ledger(account -> {
            scene.portal.revokeAccessTokens();
            return true;
        });

        list(ledger);

        assertThat(ledger.listed).hasSize(30);
        assertThat(replaced).hasValue(1);
    }

    @Test
    void aBoxOnTheWayThatWantsALoginOfItsOwnIsNoReasonToReplaceTheToken() {
        open(LocalPortal.builder().accounts(3, 1));
        scene.portal.failNext(2, PortalFault.onTheWay(401).at("/assignment/roles"));
        assertThat(list(new Ledger()).listed).hasSize(3);

        scene.portal.failNext(1_000, PortalFault.onTheWay(401).at("/assignment/accounts"));
        assertThat(failure(new Ledger()).code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(replaced).hasValue(0);
    }

    @Test
    void aTokenThatIsRefusedAgainEndsTheListing() {
        open(LocalPortal.builder().accounts(30, 1));
        scene.portal.failNext(
                1_000, PortalFault.answer(401, "UnauthorizedException", "no").at("/assignment/roles"));

        LeappException failure = failure(new Ledger());

        assertThat(failure.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(failure.hint()).contains("log in again: leapp integration login 'acme'");
        assertThat(scene.portal.calls("/assignment/roles")).hasSizeLessThan(30);
    }

    @Test
    void anInterruptionEndsAllAtOnce() throws InterruptedException {
        open(LocalPortal.builder().accounts(50, 1));
        StsHold hold = scene.portal.holdNext("/assignment/roles");
        Ledger ledger = new Ledger();
        IntegrationLogin login = login();
        CompletableFuture<LeappException> failure = new CompletableFuture<>();
        Thread thread = new Thread(
                () -> failure.complete(catchThrowableOfType(LeappException.class, () -> list(ledger, login))));
        thread.start();
        assertThat(hold.awaitArrival(Duration.ofSeconds(20))).isTrue();

        thread.interrupt();
        thread.join();

        assertThat(failure.join().code()).isEqualTo(CoreErrorCode.CANCELLED);
        assertThat(ledger.failed).isEmpty();
    }

    @Test
    void noTokenIsInWhatIsTold() {
        open(LocalPortal.builder().accounts(2, 1));
        IntegrationLogin login = login();
        scene.portal.failNext(
                1_000, PortalFault.answer(400, "InvalidRequestException", "no").at("/assignment"));

        LeappException failure = catchThrowableOfType(LeappException.class, () -> list(new Ledger(), login));

        assertThat(failure.toString() + failure.hint())
                .doesNotContain(login.accessToken().reveal());
    }

    private void open(LocalPortal.Builder portal) {
        scene.close();
        scene = Scene.at(home, portal.interval(Duration.ofSeconds(1)));
    }

    private Ledger list(Ledger ledger) {
        return list(ledger, login());
    }

    private Ledger list(Ledger ledger, IntegrationLogin login) {
        scene.provider().list(login, scene.context(UserInteraction.nonInteractive()), ledger);
        return ledger;
    }

    private LeappException failure(Ledger ledger) {
        return catchThrowableOfType(LeappException.class, () -> list(ledger));
    }

    private Secret token() {
        return scene.provider()
                .login(scene.context(Visitor.withPhone(code -> scene.portal.approve(code.userCode()))))
                .secret("accessToken");
    }

    private IntegrationLogin login() {
        Secret token = token();
        return new IntegrationLogin() {
            @Override
            public Integration integration() {
                return scene.integration();
            }

            @Override
            public Secret accessToken() {
                return token;
            }

            @Override
            public Secret accessTokenInsteadOf(Secret refused) {
                replaced.incrementAndGet();
                return token();
            }

            @Override
            public Pace pace() {
                return recorded();
            }
        };
    }

    private Pace recorded() {
        return new Pace() {
            @Override
            public void awaitTurn() {
                turns.incrementAndGet();
                if (noTurns) {
                    throw new CredentialException(CoreErrorCode.THROTTLED, "too late", "wait a minute", null);
                }
            }

            @Override
            public void throttled(Optional<Duration> retryAfter) {
                throttled.add(retryAfter);
            }

            @Override
            public void answered() {
                answered.incrementAndGet();
            }

            @Override
            public double perSecond() {
                return 19;
            }
        };
    }
}
