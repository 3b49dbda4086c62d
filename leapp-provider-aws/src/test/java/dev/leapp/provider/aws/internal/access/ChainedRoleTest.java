package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.provider.aws.AwsPlugin;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsCall;
import dev.leapp.testkit.cloud.StsFailure;
import dev.leapp.testkit.cloud.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Chained roles through a whole Leapp: who asks STS for what, with which key, and how often. */
class ChainedRoleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ADMIN = "arn:aws:iam::123456789012:role/Admin";
    private static final String AUDIT = "arn:aws:iam::210987654321:role/path/Audit";
    private static final String DEPLOY = "arn:aws:iam::333333333333:role/Deploy";

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(NOW);
    private LocalSts sts;
    private Leapp leapp;
    private ScriptedUser user = new ScriptedUser("123456", "123456");

    @BeforeEach
    void open() {
        sts = LocalSts.builder()
                .user(Fixtures.OPS)
                .mfa(Fixtures.MFA, "123456")
                .clock(clock)
                .start();
        leapp = leapp(user);
    }

    @AfterEach
    void close() {
        leapp.close();
        sts.close();
    }

    @Test
    void aRoleIsAssumedStraightWithTheUsersKeyForAsLongAsAwsAllows() {
        user("ops");
        SessionId admin = role("admin", "ops", ADMIN);

        Credentials credentials = credentials(admin);

        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(sts.calls()).singleElement().satisfies(call -> {
            assertThat(call.action()).isEqualTo("AssumeRole");
            assertThat(call.accessKeyId()).isEqualTo(Fixtures.OPS.accessKeyId());
            assertThat(call.parameter("RoleArn")).contains(ADMIN);
            assertThat(call.parameter("RoleSessionName")).contains("assumed-from-leapp");
            assertThat(call.parameter("DurationSeconds")).contains("43200");
        });
    }

    @Test
    void aRolesOwnLimitIsTakenSilentlyIfNothingElseWasAskedFor() {
        user("ops");
        sts.limitRole(ADMIN, Duration.ofHours(1));
        SessionId admin = role("admin", "ops", ADMIN);

        assertThat(credentials(admin).expiresAt()).contains(NOW.plus(Duration.ofHours(1)));

        assertThat(user.told).isEmpty();
        assertThat(durations()).containsExactly("43200", "3600");
    }

    @Test
    void aCapOnWhatWasAskedForIsExplainedAndNotFailed() {
        user("ops");
        sts.limitRole(ADMIN, Duration.ofHours(1));
        SessionId admin = add(role("admin", "ops", ADMIN, Map.of("duration", "PT8H")));

        assertThat(credentials(admin).expiresAt()).contains(NOW.plus(Duration.ofHours(1)));

        assertThat(user.told)
                .containsExactly("Session admin gets credentials for an hour only: the role does not allow it");
    }

    @Test
    void threeHopsEachAssumeTheNextForAnHour() {
        user("ops");
        role("admin", "ops", ADMIN);
        role("audit", "admin", AUDIT);
        SessionId deploy = role("deploy", "audit", DEPLOY);

        Credentials credentials = credentials(deploy);

        assertThat(sts.calls("AssumeRole"))
                .extracting(call -> call.parameter("RoleArn").orElseThrow())
                .containsExactly(ADMIN, AUDIT, DEPLOY);
        assertThat(durations()).containsExactly("43200", "3600", "3600");
        assertThat(sts.calls("AssumeRole").get(2).accessKeyId()).startsWith("ASIA");
        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void parentsAreIssuedOnceForAllThatHangOnThem() {
        user("ops");
        role("admin", "ops", ADMIN);
        SessionId audit = role("audit", "admin", AUDIT);
        SessionId deploy = role("deploy", "admin", DEPLOY);

        credentials(audit);
        credentials(deploy);
        credentials(audit);

        assertThat(sts.calls("AssumeRole")).hasSize(3);
    }

    @Test
    void anMfaSessionIsSharedAndRolesAreRenewedFromItWithoutAnotherCode() {
        mfaUser("ops");
        SessionId admin = role("admin", "ops", ADMIN);
        SessionId audit = role("audit", "ops", AUDIT);

        credentials(admin);
        credentials(audit);
        clock.advance(Duration.ofMinutes(55));
        Credentials renewed = credentials(admin);

        assertThat(user.told).containsExactly("code of " + Fixtures.MFA + " for ops");
        assertThat(sts.calls("GetSessionToken")).singleElement().satisfies(call -> {
            assertThat(call.parameter("SerialNumber")).contains(Fixtures.MFA);
            assertThat(call.parameter("TokenCode")).contains("123456");
        });
        assertThat(sts.calls("AssumeRole")).hasSize(3).allSatisfy(call -> {
            assertThat(call.accessKeyId()).startsWith("ASIA");
            assertThat(call.parameter("SerialNumber")).isEmpty();
        });
        assertThat(renewed.expiresAt())
                .contains(NOW.plus(Duration.ofMinutes(55)).plus(Duration.ofHours(1)));
    }

    @Test
    void rolesThatNameTheDeviceShareOneCodeThoughTheUserNamesNone() {
        user("ops");
        SessionId admin = add(role("admin", "ops", ADMIN, Map.of("mfaDevice", Fixtures.MFA)));
        SessionId audit = add(role("audit", "ops", AUDIT, Map.of("mfaDevice", Fixtures.MFA)));

        credentials(admin);
        credentials(audit);

        assertThat(user.told).containsExactly("code of " + Fixtures.MFA + " for ops");
        assertThat(sts.calls("GetSessionToken"))
                .singleElement()
                .satisfies(call -> assertThat(call.parameter("SerialNumber")).contains(Fixtures.MFA));
        assertThat(sts.calls("AssumeRole"))
                .hasSize(2)
                .allSatisfy(call -> assertThat(call.accessKeyId()).startsWith("ASIA"));
    }

    @Test
    void aLongerDurationAsksItsOwnCodeAndAssumesDirectly() {
        mfaUser("ops");
        SessionId admin = add(role("admin", "ops", ADMIN, Map.of("duration", "PT8H")));

        Credentials credentials = credentials(admin);

        assertThat(user.told).containsExactly("code of " + Fixtures.MFA + " for admin");
        assertThat(sts.calls()).singleElement().satisfies(call -> {
            assertThat(call.accessKeyId()).isEqualTo(Fixtures.OPS.accessKeyId());
            assertThat(call.parameter("SerialNumber")).contains(Fixtures.MFA);
            assertThat(call.parameter("TokenCode")).contains("123456");
            assertThat(call.parameter("DurationSeconds")).contains("28800");
        });
        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(8)));
    }

    @Test
    void whatACodeWasGivenForOutlivesStopAndStart() {
        mfaUser("ops");
        SessionId admin = add(role("admin", "ops", ADMIN, Map.of("duration", "PT8H")));
        leapp.sessions().start(admin, StartOptions.none());
        leapp.sessions().stop(admin);

        leapp.sessions().start(admin, StartOptions.none());

        assertThat(user.told).containsExactly("code of " + Fixtures.MFA + " for admin");
    }

    @Test
    void allThatAssumeRoleTakesIsSent() {
        user("ops");
        SessionId admin = add(role(
                "admin of prod",
                "ops",
                ADMIN,
                Map.of(
                        "roleSessionName", "{user}-{session}",
                        "externalId", "partner/42",
                        "sourceIdentity", "alice",
                        "sessionTags", "team=core, project=apollo",
                        "transitiveTags", "team",
                        "sessionPolicy", "{\"Version\":\"2012-10-17\",\"Statement\":[]}",
                        "duration", "900")));

        credentials(admin);

        StsCall call = sts.calls("AssumeRole").get(0);
        assertThat(call.parameter("RoleSessionName")).contains("alice-admin-of-prod");
        assertThat(call.parameter("ExternalId")).contains("partner/42");
        assertThat(call.parameter("SourceIdentity")).contains("alice");
        assertThat(call.parameter("Tags.member.1.Key")).contains("team");
        assertThat(call.parameter("Tags.member.2.Value")).contains("apollo");
        assertThat(call.parameter("TransitiveTagKeys.member.1")).contains("team");
        assertThat(call.parameter("Policy").orElseThrow()).startsWith("{");
        assertThat(call.parameter("DurationSeconds")).contains("900");
    }

    @Test
    void policiesMayBeNamedByTheirArns() {
        user("ops");
        SessionId admin = add(role(
                "admin",
                "ops",
                ADMIN,
                Map.of(
                        "sessionPolicy",
                        "arn:aws:iam::aws:policy/ReadOnlyAccess,arn:aws:iam::123456789012:policy/Own")));

        credentials(admin);

        StsCall call = sts.calls("AssumeRole").get(0);
        assertThat(call.parameter("PolicyArns.member.2.arn")).contains("arn:aws:iam::123456789012:policy/Own");
        assertThat(call.parameter("Policy")).isEmpty();
    }

    @Test
    void anotherKeyOfTheUserPutsAnEndToWhatHungOnTheOldOne() {
        mfaUser("ops");
        SessionId admin = add(role("admin", "ops", ADMIN, Map.of("duration", "PT8H")));
        credentials(admin);
        SessionId ops = leapp.sessions().find("ops").session().id();

        leapp.sessions()
                .edit(
                        ops,
                        SessionEdit.builder()
                                .secret("secretAccessKey", Secret.of(Fixtures.OPS.secretAccessKey()))
                                .build());
        credentials(admin);

        assertThat(sts.calls("AssumeRole")).hasSize(2);
    }

    @Test
    void aRefusalSaysWhatToLookAt() {
        user("ops");
        SessionId admin = role("admin", "ops", ADMIN);
        sts.failNext(1, StsFailure.accessDenied("User is not authorized: sts:AssumeRole"));

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> credentials(admin));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(thrown).hasMessageStartingWith("AWS does not allow session admin to assume its role (AccessDenied");
        assertThat(thrown.hint().orElseThrow()).contains("trust policy");
    }

    private List<String> durations() {
        return sts.calls("AssumeRole").stream()
                .map(call -> call.parameter("DurationSeconds").orElseThrow())
                .toList();
    }

    private Credentials credentials(SessionId id) {
        return leapp.sessions().credentials(id, CredentialRequest.standard());
    }

    private void user(String name) {
        add(key(name).build());
    }

    private void mfaUser(String name) {
        add(key(name).value("mfaDevice", Fixtures.MFA).build());
    }

    private static NewSession.Builder key(String name) {
        return NewSession.builder(new SessionType("aws-iam-user"), name)
                .profile(name)
                .value("accessKeyId", Fixtures.OPS.accessKeyId())
                .secret("secretAccessKey", Secret.of(Fixtures.OPS.secretAccessKey()));
    }

    private SessionId role(String name, String parent, String roleArn) {
        return add(role(name, parent, roleArn, Map.of()));
    }

    private static NewSession role(String name, String parent, String roleArn, Map<String, String> more) {
        NewSession.Builder role = NewSession.builder(new SessionType("aws-iam-role-chained"), name)
                .profile(name)
                .value("parentSessionId", parent)
                .value("roleArn", roleArn);
        more.forEach(role::value);
        return role.build();
    }

    private SessionId add(NewSession session) {
        return leapp.sessions().add(session).id();
    }

    private Leapp leapp(UserInteraction interaction) {
        return Leapp.builder()
                .home(home)
                .discoverPlugins(false)
                .environment(Environment.of(Map.of(
                        "LEAPP_MACHINE_ID", "a machine",
                        "USER", "alice",
                        "AWS_ENDPOINT_URL_STS", sts.endpoint().toString())))
                .clock(clock)
                .interaction(interaction)
                .secretStore(SecretStore.inMemory())
                .plugin(new AwsPlugin())
                .build();
    }
}
