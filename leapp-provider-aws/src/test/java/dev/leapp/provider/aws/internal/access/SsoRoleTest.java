package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.Pace;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.AwsPlugin;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.testkit.cloud.TestClock;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SsoRoleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String TOKEN = "canary-access-token";
    private static final IntegrationId ACME = new IntegrationId("i-1");

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(NOW);
    private PortalStub portal;

    @BeforeEach
    void open() throws IOException {
        portal = new PortalStub();
        portal.answers(
                200,
                "{\"roleCredentials\":{\"accessKeyId\":\"ASIA1\",\"secretAccessKey\":\"s3cret\",\"sessionToken\":\"t0ken\",\"expiration\":"
                        + NOW.plusSeconds(3600).toEpochMilli() + "}}");
    }

    @AfterEach
    void close() {
        portal.close();
    }

    @Test
    void theLoginsTokenIsExchangedForCredentialsOfTheRole() {
        Credentials credentials = issue(session("arn:aws:iam::123456789012/ReadOnly"));

        AwsAccessKey key = AwsAccessKey.of(credentials);
        assertThat(key.accessKeyId()).isEqualTo("ASIA1");
        assertThat(key.secretAccessKey().reveal()).isEqualTo("s3cret");
        assertThat(key.sessionToken().map(Secret::reveal)).contains("t0ken");
        assertThat(credentials.expiresAt()).contains(NOW.plusSeconds(3600));
        assertThat(portal.asked()).singleElement().satisfies(asked -> {
            assertThat(asked.uri().getPath()).isEqualTo("/federation/credentials");
            assertThat(asked.uri().getQuery()).contains("role_name=ReadOnly", "account_id=123456789012");
            assertThat(asked.token()).isEqualTo(TOKEN);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "arn:aws:iam::123456789012:role/ReadOnly",
                "arn:aws-cn:iam::123456789012/ReadOnly",
                "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/AWSReservedSSO_ReadOnly_0123456789abcdef",
                "arn:aws:iam::123456789012:role/aws-reserved/sso.amazonaws.com/eu-west-1/AWSReservedSSO_ReadOnly_0123456789abcdef"
            })
    void theRoleMayBeSpelledAsOthersSpellIt(String arn) {
        issue(session(arn));

        assertThat(portal.asked())
                .singleElement()
                .satisfies(asked ->
                        assertThat(asked.uri().getQuery()).contains("role_name=ReadOnly", "account_id=123456789012"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ReadOnly", "arn:aws:iam::12345/ReadOnly", "arn:aws:iam::123456789012:user/ops"})
    void whatNamesNoAccountAndRoleIsRefusedWhenItIsGiven(String arn) {
        assertThat(new SsoRoleFactory()
                        .descriptor()
                        .field("roleArn")
                        .orElseThrow()
                        .problemWith(arn))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            401 | UnauthorizedException      | LOGIN_NEEDED     | The login to 'acme' is no longer good, for session ops | leapp integration login 'acme'
            403 | ForbiddenException         | REFUSED_BY_CLOUD | Who is logged in to 'acme' has no access to role ReadOnly in account 123456789012, for session ops | assign it
            404 | ResourceNotFoundException  | REFUSED_BY_CLOUD | The AWS access portal knows no role ReadOnly in account 123456789012, for session ops | leapp integration sync 'acme'
            429 | TooManyRequestsException   | THROTTLED        | The AWS access portal is asked too often, for session ops | wait a minute
            503 | ServiceUnavailable         | UNREACHABLE      | The AWS access portal at 127.0.0.1 | try again
            400 | InvalidRequestException    | REFUSED_BY_CLOUD | The AWS access portal refused session ops | leapp session edit 'ops'
            """)
    void aRefusalSaysWhatToDo(int status, String awsCode, CoreErrorCode code, String message, String hint) {
        portal.answers(status, "{\"__type\":\"" + awsCode + "\",\"message\":\"about " + TOKEN + "\"}");

        CredentialException thrown = failure(session("arn:aws:iam::123456789012/ReadOnly"));

        assertThat(thrown.code()).isEqualTo(code);
        assertThat(thrown).hasMessageStartingWith(message).hasMessageNotContaining(TOKEN);
        assertThat(thrown.hint().orElseThrow()).contains(hint);
        assertThat(thrown.requestId()).contains("req-1");
        assertThat(portal.asked()).hasSizeBetween(1, 4);
    }

    @Test
    void aRefusalThatIsNoPassingTroubleIsNotAskedAgain() {
        portal.answers(401, "{}");
        failure(session("arn:aws:iam::123456789012/ReadOnly"));

        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void aBoxOnTheWayThatWantsALoginOfItsOwnSaysNothingOfTheLogin() {
        portal.isBehindABox();

        CredentialException thrown = failure(session("arn:aws:iam::123456789012/ReadOnly"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.UNREACHABLE);
        assertThat(thrown)
                .hasMessageStartingWith("What answers at 127.0.0.1")
                .hasMessageContaining("is not the AWS access portal (HTTP 401)");
        assertThat(portal.asked()).hasSize(1);
    }

    @Test
    void whoIsNotLoggedInIsToldByTheLoginAndThePortalIsNotAsked() {
        LeappException notLoggedIn = new LeappException(CoreErrorCode.LOGIN_NEEDED, "nobody is logged in", null);

        CredentialException none = failure(session("arn:aws:iam::123456789012/ReadOnly"), login("eu-west-1", () -> {
            throw new CredentialException(CoreErrorCode.LOGIN_NEEDED, "nobody is logged in", null, notLoggedIn);
        }));

        assertThat(none).hasMessage("nobody is logged in");
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void aTokenThatIsRefusedBeforeItExpiresIsReplacedOnce() {
        portal.refuses(TOKEN, 401);
        RecordingLogin login = new RecordingLogin("another-token");

        Credentials credentials = issue(session("arn:aws:iam::123456789012/ReadOnly"), login);

        assertThat(AwsAccessKey.of(credentials).accessKeyId()).isEqualTo("ASIA1");
        assertThat(portal.asked()).extracting(PortalStub.Asked::token).containsExactly(TOKEN, "another-token");
        assertThat(login.refused).containsExactly(TOKEN);
    }

    @Test
    void ifTheOtherTokenIsRefusedTooTheUserMustLogIn() {
        portal.answers(401, "{}");

        CredentialException thrown =
                failure(session("arn:aws:iam::123456789012/ReadOnly"), new RecordingLogin("another-token"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.LOGIN_NEEDED);
        assertThat(portal.asked()).hasSize(2);
    }

    @Test
    void thePortalIsAskedInTurnAndWhatItSaysIsPassedOn() {
        RecordingLogin login = new RecordingLogin("another-token");
        issue(session("arn:aws:iam::123456789012/ReadOnly"), login);

        assertThat(login.paced).containsExactly("turn", "answered");
    }

    @Test
    void aCallThatCameTooOftenIsRepeatedAtThePaceOfAll() {
        portal.throttles(2, "7");
        RecordingLogin login = new RecordingLogin("another-token");

        issue(session("arn:aws:iam::123456789012/ReadOnly"), login);

        assertThat(login.paced).containsExactly("turn", "throttled PT7S", "turn", "throttled PT7S", "turn", "answered");
        assertThat(portal.asked()).hasSize(3);
    }

    @Test
    void whileItWaitsForItsTurnTimeGoesByAndACallThatIsTooLateIsNotMade() {
        RecordingLogin login = new RecordingLogin("another-token");
        login.whileWaiting = () -> clock.advance(Duration.ofSeconds(61));

        CredentialException thrown = failure(session("arn:aws:iam::123456789012/ReadOnly"), login);

        assertThat(thrown).hasMessageStartingWith("No time is left to ask the AWS access portal");
        assertThat(portal.asked()).isEmpty();
        assertThat(login.deadlines).containsExactly(NOW.plusSeconds(60));
    }

    @Test
    void whoIsThrottledAgainAndAgainIsTold() {
        portal.throttles(100, "later");
        RecordingLogin login = new RecordingLogin("another-token");

        assertThat(failure(session("arn:aws:iam::123456789012/ReadOnly"), login).code())
                .isEqualTo(CoreErrorCode.THROTTLED);
        assertThat(login.paced).hasSize(8).contains("throttled");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "evil.example/"})
    void aRegionThatIsNoneGetsNoToken(String region) {
        CredentialException thrown =
                failure(session("arn:aws:iam::123456789012/ReadOnly"), login(region, () -> Secret.of(TOKEN)));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.INVALID_VALUE);
        assertThat(thrown).hasMessageContaining("Integration 'acme' names no region");
        assertThat(portal.asked()).isEmpty();
    }

    @Test
    void theDoctorIsToldWhichPortalsAreNeeded() {
        PluginContext plugin = Fixtures.plugin(home, Map.of()).build();
        Workspace workspace =
                Workspace.builder().integration(integration("eu-central-1")).build();

        assertThat(new AwsPlugin().endpoints(plugin, workspace)).singleElement().satisfies(endpoint -> {
            assertThat(endpoint.address()).hasHost("portal.sso.eu-central-1.amazonaws.com");
            assertThat(endpoint.purpose()).isEqualTo("AWS access portal in eu-central-1");
        });
    }

    private CredentialException failure(Session session) {
        return failure(session, login("eu-west-1", () -> Secret.of(TOKEN)));
    }

    private CredentialException failure(Session session, IntegrationLogin login) {
        return catchThrowableOfType(CredentialException.class, () -> issue(session, login));
    }

    private Credentials issue(Session session) {
        return issue(session, login("eu-west-1", () -> Secret.of(TOKEN)));
    }

    private Credentials issue(Session session, IntegrationLogin login) {
        PluginContext plugin = Fixtures.plugin(
                        home, Map.of("AWS_ENDPOINT_URL_SSO", portal.url().toString()))
                .clock(clock)
                .build();
        return new SsoRoleFactory()
                .create(plugin)
                .issue(IssueContext.builder(session)
                        .secrets(new Secrets())
                        .deadline(clock.instant().plusSeconds(60))
                        .logins(id -> {
                            assertThat(id).isEqualTo(ACME);
                            return login;
                        })
                        .build());
    }

    private static IntegrationLogin login(String region, Supplier<Secret> token) {
        return new IntegrationLogin() {
            @Override
            public Integration integration() {
                return SsoRoleTest.integration(region);
            }

            @Override
            public Secret accessToken() {
                return token.get();
            }
        };
    }

    private static Integration integration(String region) {
        return new Integration(
                ACME,
                "acme",
                SsoRoleFactory.INTEGRATION_TYPE,
                new LinkedHashMap<>(Map.of("portalUrl", "https://acme.awsapps.com/start", "region", region)));
    }

    private static Session session(String arn) {
        return Fixtures.session("aws-sso-role")
                .setting("roleArn", arn)
                .setting("awsSsoConfigurationId", ACME.value())
                .build();
    }

    /** A login that has another token, and keeps what is said about the pace. */
    private static final class RecordingLogin implements IntegrationLogin {

        final List<String> refused = new ArrayList<>();
        final List<String> paced = new ArrayList<>();
        final List<Instant> deadlines = new ArrayList<>();
        Runnable whileWaiting = () -> {};
        private final String other;

        RecordingLogin(String other) {
            this.other = other;
        }

        @Override
        public Integration integration() {
            return SsoRoleTest.integration("eu-west-1");
        }

        @Override
        public Secret accessToken() {
            return Secret.of(TOKEN);
        }

        @Override
        public Secret accessTokenInsteadOf(Secret token) {
            refused.add(token.reveal());
            return Secret.of(other);
        }

        @Override
        public Pace pace() {
            return new Pace() {
                @Override
                public void awaitTurn() {
                    paced.add("turn");
                    whileWaiting.run();
                }

                @Override
                public void awaitTurn(Instant deadline) {
                    deadlines.add(deadline);
                    awaitTurn();
                }

                @Override
                public void throttled(Optional<Duration> retryAfter) {
                    paced.add("throttled" + retryAfter.map(each -> " " + each).orElse(""));
                }

                @Override
                public void answered() {
                    paced.add("answered");
                }

                @Override
                public double perSecond() {
                    return 19;
                }
            };
        }
    }
}
