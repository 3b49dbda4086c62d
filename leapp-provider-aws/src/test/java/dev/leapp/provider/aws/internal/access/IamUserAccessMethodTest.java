package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsFailure;
import dev.leapp.testkit.cloud.StsHold;
import dev.leapp.testkit.cloud.StsUser;
import dev.leapp.testkit.cloud.TestClock;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IamUserAccessMethodTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(NOW);
    private LocalSts sts;

    @BeforeEach
    void startSts() {
        sts = LocalSts.builder()
                .user(Fixtures.OPS)
                .mfa(Fixtures.MFA, "123456")
                .clock(clock)
                .start();
    }

    @AfterEach
    void stopSts() {
        sts.close();
    }

    @Test
    void issuesASessionTokenOfTenHoursUnlessToldOtherwise() {
        Credentials credentials = issue(session());

        AwsAccessKey key = AwsAccessKey.of(credentials);
        assertThat(key.accessKeyId()).startsWith("ASIA");
        assertThat(key.secretAccessKey().reveal()).hasSize(40);
        assertThat(key.sessionToken()).isPresent();
        assertThat(credentials.issuedAt()).isEqualTo(NOW);
        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(10)));
        assertThat(sts.calls("GetSessionToken")).singleElement().satisfies(call -> {
            assertThat(call.accessKeyId()).isEqualTo(Fixtures.OPS.accessKeyId());
            assertThat(call.parameter("DurationSeconds")).contains("36000");
            assertThat(call.parameter("SerialNumber")).isEmpty();
        });
    }

    @ParameterizedTest
    @CsvSource({"PT15M,900", "900,900", "PT36H,129600", "129600,129600", "P1D,86400"})
    void asksForTheDurationOfTheSession(String setting, String seconds) {
        issue(session().toBuilder().setting("duration", setting).build());

        assertThat(sts.calls("GetSessionToken").get(0).parameter("DurationSeconds"))
                .contains(seconds);
    }

    @ParameterizedTest
    @ValueSource(strings = {"899", "129601", "PT14M59S", "P2D", "-PT1H", "soon", "PT99999999999999999999H", "1e4"})
    void refusesADurationBeyondTheLimitsBeforeItAsks(String setting) {
        CredentialException thrown =
                failure(session().toBuilder().setting("duration", setting).build());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(thrown.hint().orElseThrow()).contains("leapp session edit 'ops' --duration");
        assertThat(sts.calls()).isEmpty();
        assertThat(SessionDuration.problemWith(setting)).isPresent();
    }

    @Test
    void sendsTheMfaCodeThatTheUserGives() {
        ScriptedUser user = new ScriptedUser("123456");

        issue(mfaSession(), user, Secrets.of(Fixtures.OPS));

        assertThat(user.told).containsExactly("code of " + Fixtures.MFA + " for ops");
        assertThat(sts.calls("GetSessionToken").get(0).parameter("SerialNumber"))
                .contains(Fixtures.MFA);
        assertThat(sts.calls("GetSessionToken").get(0).parameter("TokenCode")).contains("123456");
    }

    @Test
    void asksAgainWhenTheCodeHasNotSixDigits() {
        ScriptedUser user = new ScriptedUser("12345", "abcdef", "123456");

        issue(mfaSession(), user, Secrets.of(Fixtures.OPS));

        assertThat(user.told).contains("An MFA code has six digits");
        assertThat(sts.calls()).hasSize(1);
    }

    @Test
    void givesUpAfterThreeCodesThatAreNone() {
        CredentialException thrown = failure(mfaSession(), new ScriptedUser("1", "2", "3", "123456"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.MFA_NEEDED);
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void tellsThatAnMfaCodeWasWrong() {
        CredentialException thrown = failure(mfaSession(), new ScriptedUser("654321"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.MFA_NEEDED);
        assertThat(thrown.cloudCode()).contains("AccessDenied");
        assertThat(thrown).hasMessageContaining("MFA code").hasMessageContaining("ops");
        assertThat(stackTrace(thrown)).doesNotContain("654321");
    }

    @Test
    void passesOnThatTheUserCancelled() {
        LeappException thrown = catchThrowableOfType(
                LeappException.class, () -> issue(mfaSession(), new ScriptedUser(), Secrets.of(Fixtures.OPS)));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.CANCELLED);
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void needsSomebodyToAskForAnMfaCode() {
        CredentialException thrown = failure(mfaSession(), UserInteraction.nonInteractive());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.MFA_NEEDED);
    }

    @Test
    void tellsThatTheSecretKeyIsWrong() {
        StsUser wrong = new StsUser("ops", Fixtures.OPS.accessKeyId(), "canaryWrongSecretCanaryWrongSecretCanary");

        CredentialException thrown = failure(session(), Secrets.of(wrong));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(thrown.cloudCode()).contains("SignatureDoesNotMatch");
        assertThat(thrown.requestId().orElseThrow()).hasSize(36);
        assertThat(thrown)
                .hasMessageContaining("ops")
                .hasMessageContaining("SignatureDoesNotMatch")
                .hasMessageContaining(thrown.requestId().orElseThrow());
        assertThat(thrown.hint().orElseThrow()).contains("leapp session edit 'ops'");
        assertThat(stackTrace(thrown)).doesNotContain("canary");
        assertThat(sts.calls()).as("a refusal is not retried").hasSize(1);
    }

    @Test
    void tellsThatTheAccessKeyIsUnknown() {
        sts.forget(Fixtures.OPS.accessKeyId());

        CredentialException thrown = failure(session());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(thrown.cloudCode()).contains("InvalidClientTokenId");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "403|ExpiredToken|The security token included in the request is expired|REFUSED_BY_CLOUD|expired",
                "403|AccessDenied|User is not authorized|REFUSED_BY_CLOUD|does not allow",
                "403|SignatureDoesNotMatch|Signature expired: 2020 is now earlier than 2026|REFUSED_BY_CLOUD|clock",
                "403|RequestExpired|Request has expired|REFUSED_BY_CLOUD|clock",
                "403|RegionDisabledException|STS is not activated in this region|REFUSED_BY_CLOUD|switched off",
                "400|ValidationError|1 validation error|REFUSED_BY_CLOUD|asks for",
                "418|Teapot|short and stout|REFUSED_BY_CLOUD|refused"
            })
    void tellsWhyAwsRefuses(int status, String code, String words, CoreErrorCode expected, String what) {
        sts.failNext(9, new StsFailure(status, code, words));

        CredentialException thrown = failure(session());

        assertThat(thrown.code()).isEqualTo(expected);
        assertThat(thrown.cloudCode()).contains(code);
        assertThat(thrown).hasMessageContaining(what).hasMessageContaining("ops");
        assertThat(thrown.hint()).isPresent();
    }

    @Test
    void triesAgainWhenThrottled() {
        sts.failNext(2, StsFailure.throttling());

        issue(session());

        assertThat(sts.calls("GetSessionToken")).hasSize(3);
    }

    @Test
    void tellsThatItWasThrottledForTooLong() {
        sts.failNext(9, StsFailure.throttling());

        CredentialException thrown = failure(session());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.THROTTLED);
        assertThat(thrown.cloudCode()).contains("Throttling");
        assertThat(sts.calls()).hasSize(4);
    }

    @Test
    void tellsThatStsFails() {
        sts.failNext(9, StsFailure.internalFailure());

        CredentialException thrown = failure(session());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(sts.calls()).as("a failing server is tried again").hasSizeGreaterThan(1);
    }

    @Test
    void tellsThatNobodyListens() throws IOException {
        String address;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            address = "127.0.0.1:" + socket.getLocalPort();
        }

        CredentialException thrown =
                failure(method(plugin("http://" + address)), session(), new ScriptedUser(), Secrets.of(Fixtures.OPS));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(thrown).hasMessageContaining(address).hasMessageContaining("connection refused");
        assertThat(thrown.cloudCode()).isEmpty();
    }

    @Test
    void tellsThatTheHostIsUnknown() {
        PluginContext plugin = plugin("http://sts.leapp.invalid");

        CredentialException thrown = failure(method(plugin), session(), new ScriptedUser(), Secrets.of(Fixtures.OPS));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(thrown).hasMessageContaining("sts.leapp.invalid").hasMessageContaining("unknown host");
    }

    @Test
    void givesUpWhenNoAnswerComesInTime() {
        StsHold hold = sts.holdNext();
        PluginContext plugin = Fixtures.plugin(home, environment(sts.endpoint().toString()))
                .clock(clock)
                .http(HttpSettings.defaults()
                        .withTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(20), Duration.ofMillis(300)))
                .build();

        CredentialException thrown = failure(method(plugin), session(), new ScriptedUser(), Secrets.of(Fixtures.OPS));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(thrown).hasMessageContaining("no answer in time");
        hold.release();
    }

    @Test
    void stopsWaitingWhenInterrupted() throws Exception {
        StsHold hold = sts.holdNext();
        CompletableFuture<CredentialException> result = new CompletableFuture<>();
        Thread thread = new Thread(() -> result.complete(failure(session())));
        thread.start();
        assertThat(hold.awaitArrival(Duration.ofSeconds(20))).isTrue();

        thread.interrupt();
        hold.release();

        assertThat(result.get(20, TimeUnit.SECONDS).code()).isEqualTo(CoreErrorCode.CANCELLED);
    }

    @Test
    void doesNotAskWhenTheDeadlineHasPassed() {
        clock.advance(Duration.ofHours(1));

        CredentialException thrown = failure(session());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void namesTheCommandThatGivesAMissingKey() {
        CredentialException thrown = failure(session(), new Secrets());

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.SECRET_MISSING);
        assertThat(thrown.hint().orElseThrow()).contains("--secret-access-key-stdin");
    }

    @Test
    void refusesAnEndpointThatIsNoUrl() {
        LeappException thrown = catchThrowableOfType(
                LeappException.class,
                () -> method(plugin("localhost"))
                        .issue(context(session(), new ScriptedUser(), Secrets.of(Fixtures.OPS))));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(thrown).hasMessageContaining("AWS_ENDPOINT_URL");
    }

    private Credentials issue(Session session) {
        return issue(session, new ScriptedUser(), Secrets.of(Fixtures.OPS));
    }

    private Credentials issue(Session session, UserInteraction user, ScopedSecrets secrets) {
        return method().issue(context(session, user, secrets));
    }

    private CredentialException failure(Session session) {
        return failure(method(), session, new ScriptedUser(), Secrets.of(Fixtures.OPS));
    }

    private CredentialException failure(Session session, UserInteraction user) {
        return failure(method(), session, user, Secrets.of(Fixtures.OPS));
    }

    private CredentialException failure(Session session, ScopedSecrets secrets) {
        return failure(method(), session, new ScriptedUser(), secrets);
    }

    private CredentialException failure(
            AccessMethod method, Session session, UserInteraction user, ScopedSecrets secrets) {
        CredentialException thrown =
                catchThrowableOfType(CredentialException.class, () -> method.issue(context(session, user, secrets)));
        assertThat(thrown).as("it should have failed").isNotNull();
        return thrown;
    }

    private static IssueContext context(Session session, UserInteraction user, ScopedSecrets secrets) {
        return IssueContext.builder(session)
                .interaction(user)
                .secrets(secrets)
                .deadline(NOW.plusSeconds(60))
                .build();
    }

    private AccessMethod method() {
        return method(plugin(sts.endpoint().toString()));
    }

    private static AccessMethod method(PluginContext plugin) {
        return new IamUserFactory().create(plugin);
    }

    private PluginContext plugin(String endpoint) {
        return Fixtures.plugin(home, environment(endpoint)).clock(clock).build();
    }

    private static Map<String, String> environment(String endpoint) {
        return Map.of("AWS_ENDPOINT_URL_STS", endpoint);
    }

    private static Session session() {
        return Fixtures.session("aws-iam-user").build();
    }

    private static Session mfaSession() {
        return Fixtures.session("aws-iam-user")
                .setting("mfaDevice", Fixtures.MFA)
                .build();
    }

    private static String stackTrace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
