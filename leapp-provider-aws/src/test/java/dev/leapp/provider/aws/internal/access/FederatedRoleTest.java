package dev.leapp.provider.aws.internal.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.Fixtures.Secrets;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.TestClock;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FederatedRoleTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");
    private static final String ADMIN = "arn:aws:iam::111122223333:role/Admin";
    private static final String AUDIT = "arn:aws:iam::444455556666:role/Audit";
    private static final String CORP = "arn:aws:iam::111122223333:saml-provider/Corp";
    private static final String CORP_2 = "arn:aws:iam::444455556666:saml-provider/Corp";
    private static final Saml ONE = Saml.offering(CORP + "," + ADMIN);
    private static final Saml TWO = Saml.offering(ADMIN + "," + CORP, AUDIT + "," + CORP_2);

    @TempDir
    Path home;

    private final TestClock clock = new TestClock(NOW);
    private final List<List<String>> recipients = new ArrayList<>();
    private ScriptedUser user = new ScriptedUser();
    private LocalSts sts;

    @BeforeEach
    void open() {
        sts = LocalSts.builder().clock(clock).start();
        sts.acceptAssertions(assertion -> true, "alice");
    }

    @AfterEach
    void close() {
        sts.close();
    }

    @Test
    void theOnlyRoleIsAssumedWithTheAssertionAndNoKey() {
        Secret assertion = ONE.secret();
        String sent = assertion.reveal();

        Credentials credentials = issue(session().build(), assertion);

        assertThat(credentials.expiresAt()).contains(NOW.plus(Duration.ofHours(12)));
        assertThat(sts.calls()).singleElement().satisfies(call -> {
            assertThat(call.action()).isEqualTo("AssumeRoleWithSAML");
            assertThat(call.accessKeyId()).isEmpty();
            assertThat(call.parameter("RoleArn")).contains(ADMIN);
            assertThat(call.parameter("PrincipalArn")).contains(CORP);
            assertThat(call.parameter("SAMLAssertion")).contains(sent);
        });
        assertThat(user.told).isEmpty();
    }

    @Test
    void theAssertionIsAskedForTheSignInPagesOfAllPartitions() {
        issue(session().build(), ONE.secret());

        assertThat(recipients)
                .containsExactly(List.of(
                        "signin.aws.amazon.com",
                        "signin.amazonaws-us-gov.com",
                        "signin.amazonaws.cn",
                        "signin.amazonaws-eusc.eu"));
    }

    @Test
    void theDurationThatTheIdentityProviderWantsIsHonoured() {
        assertThat(issue(
                                session().build(),
                                Saml.offering(ADMIN + "," + CORP)
                                        .duration("28800")
                                        .secret())
                        .expiresAt())
                .contains(NOW.plus(Duration.ofHours(8)));
    }

    @Test
    void theSessionsOwnDurationGoesFirst() {
        assertThat(issue(
                                session().setting("duration", "PT2H").build(),
                                Saml.offering(ADMIN + "," + CORP)
                                        .duration("28800")
                                        .secret())
                        .expiresAt())
                .contains(NOW.plus(Duration.ofHours(2)));
    }

    @Test
    void theRolesOwnLimitIsTakenAndToldIfMoreWasAskedFor() {
        sts.limitRole(ADMIN, Duration.ofHours(1));

        assertThat(issue(session().build(), ONE.secret()).expiresAt()).contains(NOW.plus(Duration.ofHours(1)));
        assertThat(user.told).isEmpty();

        issue(session().setting("duration", "PT2H").build(), ONE.secret());
        assertThat(user.told)
                .containsExactly("Session corp gets credentials for an hour only: the role does not allow it");
    }

    @Test
    void ofSeveralRolesTheSessionsIsTaken() {
        issue(session().setting("roleArn", AUDIT).build(), TWO.secret());

        assertThat(sts.calls().get(0).parameter("RoleArn")).contains(AUDIT);
        assertThat(sts.calls().get(0).parameter("PrincipalArn")).contains(CORP_2);
        assertThat(user.told).isEmpty();
    }

    @Test
    void ofSeveralRolesTheUserIsAskedWhich() {
        user = new ScriptedUser(AUDIT);

        issue(session().build(), TWO.secret());

        assertThat(user.told).containsExactly("Role of session corp: [" + ADMIN + ", " + AUDIT + "]");
        assertThat(sts.calls().get(0).parameter("RoleArn")).contains(AUDIT);
    }

    @Test
    void aRoleOfferedByTwoProvidersIsShownWithThem() {
        user = new ScriptedUser(ADMIN + " by " + CORP + "2");

        issue(
                session().build(),
                Saml.offering(ADMIN + "," + CORP, ADMIN + "," + CORP + "2").secret());

        assertThat(sts.calls().get(0).parameter("PrincipalArn")).contains(CORP + "2");
    }

    @Test
    void withNobodyToAskTheRolesAreNamed() {
        CredentialException thrown = catchThrowableOfType(
                CredentialException.class,
                () -> issue(session().build(), TWO.secret(), UserInteraction.nonInteractive()));

        assertThat(thrown.code().trouble()).isEqualTo(Trouble.LOGIN_NEEDED);
        assertThat(thrown).hasMessageContaining(ADMIN).hasMessageContaining(AUDIT);
        assertThat(thrown.hint().orElseThrow()).contains("leapp session start corp", "--role-arn ARN");
    }

    @Test
    void aRoleThatIsNotOfferedIsToldWithThoseThatAre() {
        CredentialException thrown = failure(session().setting("roleArn", AUDIT).build(), ONE.secret());

        assertThat(thrown)
                .hasMessage("The identity provider does not offer session corp role " + AUDIT + ", but " + ADMIN
                        + " by " + CORP);
        assertThat(thrown.hint().orElseThrow()).contains("leapp session edit 'corp' --role-arn ARN");
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void aProviderThatIsNotOfferedIsToldWithThoseThatAre() {
        assertThat(failure(session().setting("idpArn", CORP_2).build(), ONE.secret()))
                .hasMessageContaining("does not offer session corp any role of " + CORP_2);
    }

    @Test
    void noRoleAtAllIsTold() {
        assertThat(failure(session().build(), Saml.offering().secret()))
                .hasMessage("Session corp is offered no role by its identity provider");
    }

    @Test
    void anEncryptedAssertionIsPassedOnIfRoleAndProviderAreGiven() {
        Secret encrypted = Saml.encoded(Saml.offering().xml().replace("saml:Assertion", "saml:EncryptedAssertion"));

        issue(session().setting("roleArn", ADMIN).setting("idpArn", CORP).build(), encrypted);

        assertThat(sts.calls().get(0).parameter("RoleArn")).contains(ADMIN);
    }

    @Test
    void anEncryptedAssertionAloneDoesNotSayWhichRole() {
        Secret encrypted = Saml.encoded(Saml.offering().xml().replace("saml:Assertion", "saml:EncryptedAssertion"));

        assertThat(failure(session().build(), encrypted)).hasMessageContaining("only AWS can read");
    }

    @ParameterizedTest
    @CsvSource({
        "https://signin.amazonaws.cn/saml, aws-cn, cn-north-1",
        "https://signin.amazonaws-us-gov.com/saml, aws-us-gov, us-gov-west-1",
        "https://eu-west-1.signin.aws.amazon.com/saml, aws, eu-west-1",
        "https://signin.amazonaws-eusc.eu/saml, aws-eusc, eusc-de-east-1"
    })
    void eachPartitionWorksWithItsOwnRolesAndRegions(String recipient, String partition, String region) {
        String role = ADMIN.replace("arn:aws:", "arn:" + partition + ":");
        String provider = CORP.replace("arn:aws:", "arn:" + partition + ":");
        Session session = Session.builder(session().build().id(), "corp", FederatedRoleFactory.TYPE, region)
                .setting("idpUrlId", "idp-1")
                .build();

        issue(session, Saml.offering(role + "," + provider).recipient(recipient).secret());

        assertThat(sts.calls()).hasSize(1);
    }

    @Test
    void anAssertionForAnotherPartitionIsNotSent() {
        assertThat(failure(
                        session().build(),
                        Saml.offering(ADMIN + "," + CORP)
                                .recipient("https://signin.amazonaws.cn/saml")
                                .secret()))
                .hasMessageContaining("the identity provider's assertion is for aws-cn, its role is in aws");
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void aRegionOfAnotherPartitionIsTold() {
        String role = ADMIN.replace("arn:aws:", "arn:aws-cn:");

        assertThat(failure(
                        session().build(),
                        Saml.offering(role + "," + CORP.replace("arn:aws:", "arn:aws-cn:"))
                                .recipient("https://signin.amazonaws.cn/saml")
                                .secret()))
                .hasMessageContaining("its region eu-west-1 is not in aws-cn");
    }

    @ParameterizedTest
    @CsvSource({
        "https://evil.example/saml",
        "https://signin.aws.amazon.com.evil.example/saml",
        "https://evilsignin.aws.amazon.com/saml",
        "http://signin.aws.amazon.com/saml",
        "https://signin.aws.amazon.com@evil.example/saml",
        "nonsense"
    })
    void anAssertionForSomebodyElseIsNotSent(String recipient) {
        assertThat(failure(
                        session().build(),
                        Saml.offering(ADMIN + "," + CORP).recipient(recipient).secret()))
                .hasMessage("The identity provider's assertion for session corp is not addressed to AWS");
        assertThat(sts.calls()).isEmpty();
    }

    @Test
    void anExpiredAssertionIsToldAndLeftToAws() {
        sts.acceptAssertions(assertion -> false, "alice");

        CredentialException thrown = failure(
                session().build(),
                Saml.offering(ADMIN + "," + CORP).expiry("2026-11-23T09:59:59Z").secret());

        assertThat(user.told).singleElement().asString().contains("expired at 2026-11-23T09:59:59Z");
        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        assertThat(thrown.cloudCode()).contains("InvalidIdentityToken");
    }

    @Test
    void whatIsNoAssertionIsToldWithoutIt() {
        CredentialException thrown = failure(session().build(), Secret.of("canary<of>the-assertion"));

        assertThat(thrown)
                .hasMessageContaining("can't be used: it is not base64")
                .hasNoCause();
        assertThat(thrown.toString()).doesNotContain("canary");
    }

    @Test
    void theAssertionIsWipedAndNotShownByWhatAwsRefuses() {
        sts.acceptAssertions(assertion -> false, "alice");
        Secret assertion = ONE.secret();
        String text = assertion.reveal();

        CredentialException thrown = failure(session().build(), assertion);

        assertThat(thrown).hasMessageNotContaining(text.substring(0, 40));
        assertThat(catchThrowableOfType(IllegalStateException.class, assertion::reveal))
                .isNotNull();
    }

    @Test
    void troubleOfTheSourceIsPassedOn() {
        LeappException cancelled = new LeappException(CoreErrorCode.CANCELLED, "closed", null);

        LeappException thrown = catchThrowableOfType(
                LeappException.class,
                () -> new FederatedRoleFactory()
                        .create(plugin())
                        .issue(context(session().build(), user)
                                .assertions((idpUrl, hosts) -> {
                                    throw cancelled;
                                })
                                .build()));

        assertThat(thrown).isSameAs(cancelled);
    }

    private CredentialException failure(Session session, Secret assertion) {
        return catchThrowableOfType(CredentialException.class, () -> issue(session, assertion));
    }

    private Credentials issue(Session session, Secret assertion) {
        return issue(session, assertion, user);
    }

    private Credentials issue(Session session, Secret assertion, UserInteraction interaction) {
        return new FederatedRoleFactory()
                .create(plugin())
                .issue(context(session, interaction)
                        .assertions((idpUrl, hosts) -> {
                            assertThat(idpUrl).isEqualTo(new IdpUrlId("idp-1"));
                            recipients.add(hosts);
                            return assertion;
                        })
                        .build());
    }

    private PluginContext plugin() {
        return Fixtures.plugin(
                        home, Map.of("AWS_ENDPOINT_URL_STS", sts.endpoint().toString()))
                .clock(clock)
                .build();
    }

    private IssueContext.Builder context(Session session, UserInteraction interaction) {
        return IssueContext.builder(session)
                .secrets(new Secrets())
                .interaction(interaction)
                .deadline(clock.instant().plusSeconds(60));
    }

    private static Session.Builder session() {
        return Fixtures.session("aws-iam-role-federated").name("corp").setting("idpUrlId", "idp-1");
    }
}
