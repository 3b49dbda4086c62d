package dev.leapp.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsCall;
import dev.leapp.testkit.cloud.StsFailure;
import dev.leapp.testkit.cloud.StsHold;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.identity.spi.AwsCredentialsIdentity;
import software.amazon.awssdk.identity.spi.ResolveIdentityRequest;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsAsyncClient;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.GetCallerIdentityResponse;

/** The adapter under the SDK's clients, against an STS that accepts only unexpired keys that it issued. */
class LeappCredentialsProviderTest {

    private static final ResolveIdentityRequest ANY =
            ResolveIdentityRequest.builder().build();

    private static final int THREADS = 100;

    @TempDir
    Path home;

    private LocalSts sts;
    private Leapp leapp;
    private SessionId ops;

    @BeforeEach
    void open() {
        sts = LocalSts.builder().user(Fixtures.OPS).start();
        leapp = Leapp.builder()
                .home(home)
                .environment(Environment.of(Map.of(
                        "LEAPP_MACHINE_ID",
                        "0123456789abcdef0123456789abcdef",
                        "AWS_ENDPOINT_URL_STS",
                        sts.endpoint().toString())))
                .secretStore(SecretStore.inMemory())
                .build();
        ops = leapp.sessions()
                .add(NewSession.builder(new SessionType("aws-iam-user"), "ops")
                        .region("eu-west-1")
                        .profile("ops")
                        .value("accessKeyId", Fixtures.OPS.accessKeyId())
                        .secret("secretAccessKey", Secret.of(Fixtures.OPS.secretAccessKey()))
                        .build())
                .id();
    }

    @AfterEach
    void close() {
        leapp.close();
        sts.close();
    }

    @Test
    void sessionIsFoundByItsName() {
        assertThat(LeappCredentialsProvider.of(leapp, "ops")
                        .resolveCredentials()
                        .accessKeyId())
                .startsWith("ASIA");
        assertThatThrownBy(() -> LeappCredentialsProvider.of(leapp, "opps")).hasMessageContaining("'opps'");
    }

    @Test
    void hundredThreadsCauseOneCallUpstreamAndGetTheSame() throws Exception {
        LeappCredentialsProvider provider = LeappCredentialsProvider.of(leapp, ops);
        CountDownLatch ready = new CountDownLatch(THREADS);
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<AwsCredentialsIdentity>> got = new ArrayList<>();
            for (int i = 0; i < THREADS; i++) {
                boolean asynchronous = i % 2 == 0;
                got.add(threads.submit(() -> {
                    ready.countDown();
                    ready.await();
                    return asynchronous ? provider.resolveIdentity(ANY).get() : provider.resolveCredentials();
                }));
            }
            AwsCredentialsIdentity first = got.get(0).get();
            for (Future<AwsCredentialsIdentity> each : got) {
                assertThat(each.get()).isEqualTo(first);
            }
        } finally {
            threads.shutdownNow();
        }
        assertThat(sts.calls("GetSessionToken")).hasSize(1);
    }

    @Test
    void identityThatIsAtHandIsGivenAtOnceOnTheCallersThread() {
        LeappCredentialsProvider provider = LeappCredentialsProvider.of(leapp, ops, work -> {
            throw new AssertionError("no other thread is needed");
        });
        provider.resolveCredentials();
        assertThat(leapp.sessions()
                        .credentials(ops, dev.leapp.core.credential.CredentialRequest.standard())
                        .expiresAt())
                .isPresent();

        assertThat(provider.resolveIdentity(ANY))
                .isCompletedWithValueMatching(AwsCredentialsIdentity.class::isInstance);
    }

    @Test
    void identityThatMustBeIssuedDoesNotHoldTheCallersThread() throws Exception {
        StsHold hold = sts.holdNext();

        CompletableFuture<AwsCredentialsIdentity> identity =
                LeappCredentialsProvider.of(leapp, ops).resolveIdentity(ANY);

        assertThat(hold.awaitArrival(Duration.ofSeconds(20))).isTrue();
        assertThat(identity).isNotDone();
        hold.release();
        assertThat(identity.get(20, TimeUnit.SECONDS).accessKeyId()).startsWith("ASIA");
    }

    @Test
    void identityThatCanNotBeIssuedFailsAsTheSynchronousCallDoes() {
        sts.failNext(1, StsFailure.accessDenied("no"));

        assertThatThrownBy(() -> LeappCredentialsProvider.of(leapp, ops)
                        .resolveIdentity(ANY)
                        .get(20, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .cause()
                .isInstanceOf(dev.leapp.core.error.LeappException.class)
                .hasMessageContaining("ops");
    }

    @Test
    void onceItsLeappIsClosedItFailsAtOnceAndSaysWhy() {
        LeappCredentialsProvider provider = LeappCredentialsProvider.of(leapp, ops);
        provider.resolveCredentials();
        leapp.close();

        assertThatThrownBy(provider::resolveCredentials)
                .isInstanceOf(IllegalStateException.class)
                .hasMessage("This Leapp was closed; only an open one gives out credentials");
        assertThat(provider.resolveIdentity(ANY)).isCompletedExceptionally();
        assertThat(sts.calls("GetSessionToken")).hasSize(1);
    }

    @Test
    void anAsynchronousClientIsNotHeldUpWhileCredentialsAreIssued() throws Exception {
        StsHold hold = sts.holdNext();
        try (StsAsyncClient client = StsAsyncClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(sts.endpoint())
                .credentialsProvider(LeappCredentialsProvider.of(leapp, ops))
                .httpClient(new JdkAsyncHttpClient())
                .build()) {
            CompletableFuture<GetCallerIdentityResponse> caller = client.getCallerIdentity();

            assertThat(hold.awaitArrival(Duration.ofSeconds(20))).isTrue();
            assertThat(caller).isNotDone();
            hold.release();
            assertThat(caller.get(20, TimeUnit.SECONDS).arn()).endsWith(":user/ops");
        }
    }

    /** The SDK closes whatever it is configured with that can be closed. */
    @Test
    void closingOneClientLeavesItUsableForOthers() {
        LeappCredentialsProvider provider = LeappCredentialsProvider.of(leapp, ops);
        client(provider).close();

        try (StsClient other = client(provider)) {
            assertThat(other.getCallerIdentity().arn()).endsWith(":user/ops");
        }
        assertThat(provider).isNotInstanceOf(AutoCloseable.class);
    }

    @Test
    void noCallFailsWhileCredentialsAreRotatedUnderneathAHundredTimes() throws Exception {
        leapp.sessions().start(ops, StartOptions.none());
        LeappCredentialsProvider provider = LeappCredentialsProvider.of(leapp, ops);
        AtomicBoolean over = new AtomicBoolean();
        int callers = 4;
        CountDownLatch working = new CountDownLatch(callers);
        ExecutorService threads = Executors.newFixedThreadPool(callers);
        try (StsClient client = client(provider)) {
            List<Future<Integer>> calls = new ArrayList<>();
            for (int i = 0; i < callers; i++) {
                calls.add(threads.submit(() -> {
                    int made = 0;
                    do {
                        client.getCallerIdentity();
                        working.countDown();
                        made++;
                    } while (!over.get());
                    return made;
                }));
            }
            working.await();
            for (int i = 0; i < 100; i++) {
                leapp.sessions().rotate(ops);
            }
            over.set(true);
            for (Future<Integer> made : calls) {
                assertThat(made.get()).isPositive();
            }
        } finally {
            over.set(true);
            threads.shutdown();
        }
        assertThat(sts.calls("GetSessionToken")).hasSize(101);
        assertThat(sts.calls("GetCallerIdentity").stream()
                        .map(StsCall::accessKeyId)
                        .distinct())
                .hasSizeGreaterThan(1);
    }

    private StsClient client(LeappCredentialsProvider credentials) {
        return StsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(sts.endpoint())
                .credentialsProvider(credentials)
                .overrideConfiguration(each -> each.retryStrategy(strategy -> strategy.maxAttempts(1)))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
