package dev.leapp.provider.aws;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsHold;
import dev.leapp.testkit.cloud.StsUser;
import dev.leapp.testkit.cloud.TestClock;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;
import software.amazon.awssdk.services.sts.model.AssumeRoleResponse;
import software.amazon.awssdk.services.sts.model.Credentials;
import software.amazon.awssdk.services.sts.model.StsException;

/** The stand-in, as AWS's own client sees it. */
class LocalStsTest {

    private static final String ROLE = "arn:aws:iam::210987654321:role/path/admin";

    private static final AwsCredentials OPS =
            AwsBasicCredentials.create(Fixtures.OPS.accessKeyId(), Fixtures.OPS.secretAccessKey());

    private final TestClock clock = TestClock.atPresent();
    private LocalSts sts;

    @BeforeEach
    void start() {
        sts = LocalSts.builder().user(Fixtures.OPS).clock(clock).start();
    }

    @AfterEach
    void stop() {
        sts.close();
    }

    @Test
    void knowsWhoCalls() {
        try (StsClient client = client(OPS)) {
            assertThat(client.getCallerIdentity().account()).isEqualTo(LocalSts.ACCOUNT_ID);
            assertThat(client.getCallerIdentity().arn()).isEqualTo("arn:aws:iam::123456789012:user/ops");
            assertThat(client.getCallerIdentity().userId()).startsWith("AIDA");
        }
    }

    @Test
    void rolesAreAssumedWithTemporaryCredentialsToo() {
        AwsCredentials token = session(sessionToken(3600));
        AssumeRoleResponse role = assume(token, 3600);

        assertThat(role.assumedRoleUser().arn()).isEqualTo("arn:aws:sts::210987654321:assumed-role/admin/me");
        try (StsClient client = client(session(role.credentials()))) {
            assertThat(client.getCallerIdentity().arn())
                    .isEqualTo(role.assumedRoleUser().arn());
        }
        assertThat(codeOf(() -> assume(session(role.credentials()), 3601)))
                .as("a chained role lives an hour at most")
                .isEqualTo("ValidationError");
    }

    @Test
    void sessionCredentialsGetNoSessionToken() {
        AwsCredentials token = session(sessionToken(3600));

        assertThat(codeOf(() -> {
                    try (StsClient client = client(token)) {
                        client.getSessionToken();
                    }
                }))
                .isEqualTo("AccessDenied");
    }

    @Test
    void credentialsExpireByItsClock() {
        Credentials issued = sessionToken(900);
        AwsCredentials token = session(issued);
        assertThat(issued.expiration())
                .isBetween(clock.instant().plusSeconds(899), clock.instant().plusSeconds(900));

        clock.advance(Duration.ofMinutes(15));

        assertThat(codeOf(() -> identify(token))).isEqualTo("ExpiredToken");
    }

    @Test
    void aTokenMustBeSentAndBeTheRightOne() {
        Credentials issued = sessionToken(900);

        assertThat(codeOf(() -> identify(AwsBasicCredentials.create(issued.accessKeyId(), issued.secretAccessKey()))))
                .isEqualTo("InvalidClientTokenId");
        assertThat(codeOf(() -> identify(AwsSessionCredentials.create(
                        issued.accessKeyId(), issued.secretAccessKey(), "another" + issued.sessionToken()))))
                .isEqualTo("InvalidClientTokenId");
    }

    @ParameterizedTest
    @CsvSource({"899,false", "900,true", "129600,true", "129601,false"})
    void durationsHaveLimits(int seconds, boolean good) {
        if (good) {
            assertThat(sessionToken(seconds).sessionToken()).isNotEmpty();
        } else {
            assertThat(codeOf(() -> sessionToken(seconds))).isEqualTo("ValidationError");
        }
    }

    @Test
    void aRequestSignedAtAnotherTimeIsRefusedIfAskedTo() {
        try (LocalSts strict = LocalSts.builder()
                .user(Fixtures.OPS)
                .clock(new TestClock(Instant.parse("2031-01-01T00:00:00Z")))
                .maxClockSkew(Duration.ofMinutes(5))
                .start()) {
            StsException thrown = catchThrowableOfType(StsException.class, () -> {
                try (StsClient client = client(strict, OPS)) {
                    client.getCallerIdentity();
                }
            });

            assertThat(thrown.awsErrorDetails().errorCode()).isEqualTo("SignatureDoesNotMatch");
            assertThat(thrown.awsErrorDetails().errorMessage()).startsWith("Signature expired");
        }
    }

    @Test
    void aSeedMakesItsAnswersTheSame() {
        assertThat(seeded(7)).isEqualTo(seeded(7)).isNotEqualTo(seeded(8));
    }

    @Test
    void keysCanBeForgottenAndReplaced() {
        sts.forget(Fixtures.OPS.accessKeyId());
        assertThat(codeOf(() -> identify(OPS))).isEqualTo("InvalidClientTokenId");

        sts.addUser(new StsUser("ops", Fixtures.OPS.accessKeyId(), "another-secret"));
        assertThat(codeOf(() -> identify(OPS))).isEqualTo("SignatureDoesNotMatch");
    }

    @Test
    void aHeldCallIsAnsweredOnceReleased() throws Exception {
        StsHold hold = sts.holdNext();
        CompletableFuture<Credentials> call = CompletableFuture.supplyAsync(() -> sessionToken(900));
        assertThat(hold.awaitArrival(Duration.ofSeconds(30))).isTrue();
        assertThat(call).isNotDone();

        hold.release();

        assertThat(call.get(30, TimeUnit.SECONDS).sessionToken()).isNotEmpty();
        assertThat(sts.calls("GetSessionToken")).hasSize(1);
    }

    @Test
    void whatIsNotSignedOrNotKnownIsRefused() throws Exception {
        HttpRequest request = HttpRequest.newBuilder(sts.endpoint())
                .POST(BodyPublishers.ofString("Action=GetCallerIdentity"))
                .build();

        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());

        assertThat(response.statusCode()).isEqualTo(403);
        assertThat(response.body())
                .contains("<Code>MissingAuthenticationToken</Code>")
                .contains("<RequestId>");
    }

    @Test
    void nothingThatItTellsShowsASecret() {
        sessionToken(900);

        assertThat(Fixtures.OPS.toString() + sts.calls() + clock).doesNotContain(Fixtures.OPS.secretAccessKey());
    }

    private static String seeded(long seed) {
        try (LocalSts sts = LocalSts.builder()
                        .user(Fixtures.OPS)
                        .random(new Random(seed))
                        .start();
                StsClient client = client(sts, OPS)) {
            return client.getSessionToken().credentials().sessionToken();
        }
    }

    private static String codeOf(Runnable call) {
        StsException thrown = catchThrowableOfType(StsException.class, call::run);
        assertThat(thrown).as("it should have failed").isNotNull();
        return thrown.awsErrorDetails().errorCode();
    }

    private void identify(AwsCredentials credentials) {
        try (StsClient client = client(credentials)) {
            client.getCallerIdentity();
        }
    }

    private Credentials sessionToken(int seconds) {
        try (StsClient client = client(OPS)) {
            return client.getSessionToken(request -> request.durationSeconds(seconds))
                    .credentials();
        }
    }

    private AssumeRoleResponse assume(AwsCredentials credentials, int seconds) {
        try (StsClient client = client(credentials)) {
            return client.assumeRole(
                    request -> request.roleArn(ROLE).roleSessionName("me").durationSeconds(seconds));
        }
    }

    private static AwsCredentials session(Credentials issued) {
        return AwsSessionCredentials.create(issued.accessKeyId(), issued.secretAccessKey(), issued.sessionToken());
    }

    private StsClient client(AwsCredentials credentials) {
        return client(sts, credentials);
    }

    private static StsClient client(LocalSts sts, AwsCredentials credentials) {
        return StsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(sts.endpoint())
                .credentialsProvider(StaticCredentialsProvider.create(credentials))
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
