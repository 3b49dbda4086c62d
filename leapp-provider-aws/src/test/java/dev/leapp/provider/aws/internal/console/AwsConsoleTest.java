package dev.leapp.provider.aws.internal.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.handover.ConsoleRequest;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.provider.aws.AwsPlugin;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsCall;
import dev.leapp.testkit.cloud.StsFailure;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import software.amazon.awssdk.regions.PartitionMetadata;
import software.amazon.awssdk.regions.Region;

/** Signing in to the console through a whole Leapp; the stand-in of AWS refuses durations where AWS does. */
class AwsConsoleTest {

    private static final String ADMIN = "arn:aws:iam::123456789012:role/Admin";
    private static final String AUDIT = "arn:aws:iam::210987654321:role/Audit";

    @TempDir
    Path home;

    private final ScriptedUser user = new ScriptedUser();
    private final Map<String, String> environment = new HashMap<>();
    private LocalSts sts;
    private Leapp leapp;

    @BeforeEach
    void open() {
        sts = LocalSts.builder().user(Fixtures.OPS).start();
        environment.put("LEAPP_MACHINE_ID", "a machine");
        environment.put("AWS_ENDPOINT_URL_STS", sts.endpoint().toString());
        environment.put("AWS_ENDPOINT_URL_SIGNIN", sts.endpoint().toString());
        reopen();
    }

    @AfterEach
    void close() {
        leapp.close();
        sts.close();
    }

    @Test
    void aRoleOfAUserIsSignedInForTwelveHoursOrAsLongAsAsked() {
        SessionId admin = role("admin", user("ops"), ADMIN);

        String address = signIn(admin, ConsoleRequest.startPage());
        signIn(admin, lasting(Duration.ofHours(2)));

        assertThat(address)
                .startsWith(sts.endpoint() + "/federation?Action=login&Issuer=leapp&Destination=")
                .contains(
                        "Destination=https%3A%2F%2Fconsole.aws.amazon.com%2Fconsole%2Fhome%3Fregion%3Deu-west-1&SigninToken=");
        assertThat(durations()).containsExactly(Optional.of("43200"), Optional.of("7200"));
    }

    @Test
    void aRoleOfARoleIsSignedInWithoutADurationAndThatIsToldIfOneWasAskedFor() {
        SessionId audit = role("audit", role("admin", user("ops"), ADMIN), AUDIT);

        signIn(audit, ConsoleRequest.startPage());
        assertThat(user.told).isEmpty();
        signIn(audit, lasting(Duration.ofHours(2)));

        assertThat(durations()).containsExactly(Optional.empty(), Optional.empty());
        assertThat(user.told)
                .containsExactly(
                        "AWS lets nobody choose how long this sign-in lasts: it ends with the credentials of session audit");
    }

    @Test
    void aRefusedDurationIsLeftOut() {
        SessionId admin = role("admin", user("ops"), ADMIN);
        signIn(admin, ConsoleRequest.startPage());
        sts.failNext(1, new StsFailure(400, "BadRequest", "Bad Request"));

        signIn(admin, ConsoleRequest.startPage());

        assertThat(durations()).containsExactly(Optional.of("43200"), Optional.of("43200"), Optional.empty());
    }

    @Test
    void anIamUserIsFederatedWithHimself() {
        SessionId ops = user("ops team/eu");

        signIn(ops, lasting(Duration.ofHours(3)));

        StsCall call = sts.calls("GetFederationToken").get(0);
        assertThat(call.accessKeyId()).isEqualTo(Fixtures.OPS.accessKeyId());
        assertThat(call.parameter("Name")).contains("leapp-ops-team-eu");
        assertThat(call.parameter("DurationSeconds")).contains("10800");
        assertThat(call.parameter("Policy").orElseThrow()).contains("\"Action\":\"*\"");
        assertThat(durations()).containsExactly(Optional.empty());
        assertThat(sts.calls("GetSessionToken")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "us-east-2, signin.aws.amazon.com, console.aws.amazon.com",
        "us-gov-west-1, signin.amazonaws-us-gov.com, console.amazonaws-us-gov.com",
        "cn-north-1, signin.amazonaws.cn, console.amazonaws.cn",
        "eusc-de-east-1, eusc-de-east-1.signin.amazonaws-eusc.eu, console.amazonaws-eusc.eu"
    })
    void eachPartitionHasItsOwnHosts(String region, String signIn, String console) {
        ConsolePlace place =
                ConsolePlace.of(PartitionMetadata.of(Region.of(region)).id()).orElseThrow();

        assertThat(place.signInHost(region)).isEqualTo(signIn);
        assertThat(new Destination(place, region).of(service("s3")))
                .isEqualTo("https://" + console + "/s3/home?region=" + region);
    }

    @Test
    void aPartitionWithoutAKnownConsoleIsRefused() {
        LeappException refused = refusal(() -> signIn(
                user("ops"),
                new ConsoleRequest(
                        Optional.empty(), Optional.empty(), Optional.of("us-iso-east-1"), Optional.empty())));

        assertThat(refused)
                .hasMessage(
                        "There is no AWS console for session ops: Leapp does not know the console of partition aws-iso");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evil.example/console.aws.amazon.com/",
                "https://console.aws.amazon.com.evil.example/",
                "https://console.aws.amazon.com@evil.example/",
                "http://console.aws.amazon.com/s3/home",
                "https://console.amazonaws.cn/s3/home",
                "javascript:alert(1)",
                "not a url"
            })
    void aDestinationOutsideTheConsoleIsRefused(String url) {
        LeappException refused = refusal(() -> signIn(
                user("ops"),
                new ConsoleRequest(Optional.empty(), Optional.of(url), Optional.empty(), Optional.empty())));

        assertThat(refused.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void aPageOfTheConsoleIsOpenedAsItIs() {
        String page = "https://eu-west-1.console.aws.amazon.com/cloudwatch/home?region=eu-west-1#logsV2:log-groups";

        String address = signIn(
                role("admin", user("ops"), ADMIN),
                new ConsoleRequest(Optional.empty(), Optional.of(page), Optional.empty(), Optional.empty()));

        assertThat(address)
                .contains(
                        "Destination=https%3A%2F%2Feu-west-1.console.aws.amazon.com%2Fcloudwatch%2Fhome%3Fregion%3Deu-west-1"
                                + "%23logsV2%3Alog-groups&");
    }

    @Test
    void aRefusalAndADeadNetworkAreToldWithoutTheAddress() {
        SessionId admin = role("admin", user("ops"), ADMIN);
        signIn(admin, ConsoleRequest.startPage());
        sts.failNext(2, new StsFailure(400, "BadRequest", "Bad Request"));
        LeappException refused = refusal(() -> signIn(admin, ConsoleRequest.startPage()));
        sts.close();

        LeappException dead = refusal(() -> signIn(admin, ConsoleRequest.startPage()));

        assertThat(refused.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(refused).hasMessage("AWS's sign-in refuses the credentials of session admin");
        assertThat(dead.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(List.of(trace(refused), trace(dead)))
                .noneMatch(text -> text.contains("sessionKey") || text.contains("Session="));
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 429, 502, 503})
    void aBusySignInIsNoRefusal(int status) {
        SessionId admin = role("admin", user("ops"), ADMIN);
        signIn(admin, ConsoleRequest.startPage());
        sts.failNext(1, new StsFailure(status, "Busy", "busy"));

        LeappException busy = refusal(() -> signIn(admin, lasting(Duration.ofHours(2))));

        assertThat(busy.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(busy).hasMessageEndingWith("(HTTP " + status + ")");
        assertThat(user.told).isEmpty();
        assertThat(durations()).containsExactly(Optional.of("43200"), Optional.of("7200"));
    }

    @ParameterizedTest
    @ValueSource(longs = {14, 12 * 60 + 1})
    void aDurationThatAwsDoesNotKnowIsRefusedBeforeAnythingIsAsked(long minutes) {
        LeappException refused = refusal(() -> signIn(user("ops"), lasting(Duration.ofMinutes(minutes))));

        assertThat(refused).hasMessageContaining("15 minutes to 12 hours");
        assertThat(sts.calls()).isEmpty();
    }

    private static String trace(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    private static LeappException refusal(ThrowingCallable call) {
        return catchThrowableOfType(LeappException.class, call);
    }

    private List<Optional<String>> durations() {
        return sts.calls("getSigninToken").stream()
                .map(call -> call.parameter("SessionDuration"))
                .toList();
    }

    private static ConsoleRequest lasting(Duration duration) {
        return new ConsoleRequest(Optional.empty(), Optional.empty(), Optional.empty(), Optional.of(duration));
    }

    private static ConsoleRequest service(String service) {
        return new ConsoleRequest(Optional.of(service), Optional.empty(), Optional.empty(), Optional.empty());
    }

    private String signIn(SessionId session, ConsoleRequest request) {
        return leapp.handovers().console(session, request).reveal();
    }

    private SessionId user(String name) {
        return add(NewSession.builder(new SessionType("aws-iam-user"), name)
                .region("eu-west-1")
                .value("accessKeyId", Fixtures.OPS.accessKeyId())
                .secret("secretAccessKey", Secret.of(Fixtures.OPS.secretAccessKey())));
    }

    private SessionId role(String name, SessionId parent, String roleArn) {
        return add(NewSession.builder(new SessionType("aws-iam-role-chained"), name)
                .region("eu-west-1")
                .value("parentSessionId", parent.value())
                .value("roleArn", roleArn));
    }

    private SessionId add(NewSession.Builder session) {
        return leapp.sessions().add(session.build()).id();
    }

    private void reopen() {
        leapp = Leapp.builder()
                .home(home)
                .discoverPlugins(false)
                .environment(Environment.of(environment))
                .interaction(user)
                .secretStore(SecretStore.inMemory())
                .plugin(new AwsPlugin())
                .build();
    }
}
