package dev.leapp.integration.sso.internal.identitycenter;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.spi.IntegrationContext;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.PortalAccount;
import dev.leapp.testkit.cloud.PortalEvent;
import dev.leapp.testkit.cloud.TestClock;
import java.io.BufferedReader;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The real AWS CLI, in both major versions, and Leapp use one login. */
@Timeout(180)
class AwsCliTest {

    private static final String ACCOUNT = "123456789012";

    @TempDir
    Path home;

    private LocalSts sts;
    private Scene scene;

    @BeforeEach
    void open() {
        TestClock present = TestClock.atPresent();
        sts = LocalSts.builder().clock(present).start();
        scene = Scene.at(
                home,
                LocalPortal.builder()
                        .sts(sts)
                        .accessTokenLifetime(Duration.ofHours(1))
                        .account(PortalAccount.of(ACCOUNT, "Prod", "ReadOnly")));
        scene.clock.set(present.instant());
        scene.settings.put("awsCliCache", "on");
        scene.settings.put("awsCliSession", "corp");
    }

    @AfterEach
    void close() {
        scene.close();
        sts.close();
    }

    @Test
    void version1UsesTheLoginThatLeappShares() throws Exception {
        AwsCli cli = version1();
        cli.configure(withSession());
        scene.provider().kept(login(), nobody());

        assertThat(cli.run("sts", "get-caller-identity", "--profile", "corp")).contains("AWSReservedSSO_ReadOnly");
    }

    @Test
    void version1UsesItWithoutAnSsoSessionToo() throws Exception {
        AwsCli cli = version1();
        scene.settings.remove("awsCliSession");
        cli.configure("""
                [profile corp]
                sso_start_url = %s
                sso_region = eu-west-1
                sso_account_id = %s
                sso_role_name = ReadOnly
                region = eu-west-1
                """.formatted(scene.portal.startUrl(), ACCOUNT));
        scene.provider().kept(login(), nobody());

        assertThat(cli.run("sts", "get-caller-identity", "--profile", "corp")).contains("AWSReservedSSO_ReadOnly");
    }

    @Test
    void leappTakesWhatVersion1HasRenewed() throws Exception {
        AwsCli cli = version1();
        cli.configure(withSession());
        scene.clock.advance(Duration.ofMinutes(-58));
        Credentials login = login();
        scene.provider().kept(login, nobody());
        scene.clock.advance(Duration.ofMinutes(58));

        assertThat(cli.run("sts", "get-caller-identity", "--profile", "corp")).contains("AWSReservedSSO_ReadOnly");

        assertThat(scene.portal.count(PortalEvent.REFRESHED)).isEqualTo(1);
        Credentials renewed = scene.provider().refresh(login, nobody()).orElseThrow();
        assertThat(renewed.secret("refreshToken")).isNotEqualTo(login.secret("refreshToken"));
        assertThat(scene.portal.isValid(renewed.secret("accessToken").reveal())).isTrue();
        assertThat(scene.portal.count(PortalEvent.REFRESH_REFUSED)).isZero();
    }

    @Test
    void version2UsesTheLoginThatLeappShares() throws Exception {
        try (AwsInDisguise aws = disguise()) {
            AwsCli cli = version2(aws);
            cli.configure(withSession());
            scene.provider().kept(login(), nobody());

            String said = cli.run("sso", "list-accounts", "--access-token", token(), "--region", "eu-west-1");
            assertThat(said).contains(ACCOUNT);
            assertThat(cli.run("configure", "export-credentials", "--profile", "corp"))
                    .contains("AccessKeyId");
            assertThat(aws.asked()).anyMatch(line -> line.startsWith("CONNECT portal.sso.eu-west-1.amazonaws.com:443"));
        }
    }

    @Test
    void leappFindsTheLoginOfVersion2() throws Exception {
        try (AwsInDisguise aws = disguise()) {
            AwsCli cli = version2(aws);
            cli.configure(withSession());
            Process login = cli.start("sso", "login", "--no-browser", "--profile", "corp");
            try (BufferedReader said = login.inputReader(UTF_8)) {
                while (scene.portal.pendingUserCodes().isEmpty()) {
                    assertThat(said.readLine()).as("the CLI shows a code").isNotNull();
                }
                scene.portal.approve(scene.portal.pendingUserCodes().get(0));
                said.lines().forEach(line -> {});
            }
            assertThat(login.waitFor()).isZero();

            Credentials found = scene.provider().found(nobody()).orElseThrow();
            assertThat(scene.portal.isValid(found.secret("accessToken").reveal()))
                    .isTrue();
            assertThat(found.attribute("renewable")).isEqualTo("true");
            assertThat(scene.provider().refresh(found, nobody())).isPresent();
        }
    }

    private AwsCli version1() throws Exception {
        return AwsCli.require(
                1,
                home,
                Map.of(
                        "AWS_ENDPOINT_URL_SSO", scene.portal.endpoint().toString(),
                        "AWS_ENDPOINT_URL_SSO_OIDC", scene.portal.endpoint().toString(),
                        "AWS_ENDPOINT_URL_STS", sts.endpoint().toString()));
    }

    private AwsCli version2(AwsInDisguise aws) throws Exception {
        return AwsCli.require(
                2,
                home,
                Map.of(
                        "HTTPS_PROXY",
                        aws.url(),
                        "AWS_CA_BUNDLE",
                        aws.certificate().toString()));
    }

    private AwsInDisguise disguise() throws Exception {
        return new AwsInDisguise(
                home, scene.portal.endpoint(), "oidc.eu-west-1.amazonaws.com", "portal.sso.eu-west-1.amazonaws.com");
    }

    private String withSession() {
        return """
                [profile corp]
                sso_session = corp
                sso_account_id = %s
                sso_role_name = ReadOnly
                region = eu-west-1

                [sso-session corp]
                sso_start_url = %s
                sso_region = eu-west-1
                sso_registration_scopes = sso:account:access
                """.formatted(ACCOUNT, scene.portal.startUrl());
    }

    private String token() {
        return scene.provider()
                .found(nobody())
                .orElseThrow()
                .secret("accessToken")
                .reveal();
    }

    private Credentials login() {
        return scene.provider().login(scene.context(Visitor.withPhone(code -> scene.portal.approve(code.userCode()))));
    }

    private IntegrationContext nobody() {
        return scene.context(UserInteraction.nonInteractive());
    }
}
