package dev.leapp.provider.aws.real;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.provider.aws.AwsPlugin;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.provider.aws.ScriptedUser;
import dev.leapp.testkit.cloud.StsUser;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** What holds against an STS that we did not write. */
abstract class StsRealComponent {

    @TempDir
    Path home;

    /** Where the component answers. */
    abstract URI endpoint();

    /** A user whom it accepts. */
    StsUser user() {
        return Fixtures.OPS;
    }

    @Test
    void issuesASessionTokenForTheDurationAskedFor() {
        Instant before = Clock.systemUTC().instant();

        Credentials credentials = issue(session("PT1H"), user());

        assertThat(credentials.secrets()).containsOnlyKeys("secretAccessKey", "sessionToken");
        assertThat(credentials.attribute("accessKeyId")).matches("[A-Z0-9]{16,128}");
        assertThat(Duration.between(before, credentials.expiresAt().orElseThrow()))
                .isBetween(Duration.ofMinutes(59), Duration.ofMinutes(61));
    }

    @Test
    void takesTheLimitsOfTheDuration() {
        assertThat(issue(session("PT15M"), user()).expiresAt()).isPresent();
        assertThat(issue(session("PT36H"), user()).expiresAt()).isPresent();
    }

    @Test
    void takesAnMfaCode() {
        Session session =
                session("PT1H").toBuilder().setting("mfaDevice", Fixtures.MFA).build();

        assertThat(issue(session, user()).secrets()).containsKey("sessionToken");
    }

    @Test
    void answersWhoReadsThePublishedProfile() {
        Session session = session("PT1H");
        List<Receipt> receipts = new ArrayList<>();
        Fixtures.Secrets kept = new Fixtures.Secrets();
        ProviderChain chain = new AwsPlugin().providerChains().get(0).create(plugin());
        chain.publish(Publication.builder(session, issue(session, user()), new AttemptId("real"))
                .profileName("ops")
                .kept(kept)
                .journal(receipts::add)
                .build());

        assertThat(accountOfProfile()).matches("\\d{12}");

        chain.withdraw(receipts.get(0), kept);
        assertThat(home.resolve(".aws")).doesNotExist();
    }

    private String accountOfProfile() {
        ProfileFile profiles = ProfileFile.builder()
                .content(home.resolve(".aws/credentials"))
                .type(ProfileFile.Type.CREDENTIALS)
                .build();
        try (ProfileCredentialsProvider credentials = ProfileCredentialsProvider.builder()
                        .profileFile(profiles)
                        .profileName("ops")
                        .build();
                StsClient client = StsClient.builder()
                        .region(Region.EU_WEST_1)
                        .endpointOverride(endpoint())
                        .credentialsProvider(credentials)
                        .httpClientBuilder(UrlConnectionHttpClient.builder())
                        .build()) {
            return client.getCallerIdentity().account();
        }
    }

    final Credentials issue(Session session, StsUser user) {
        AccessMethodFactory iamUser = new AwsPlugin().accessMethods().get(0);
        return iamUser.create(plugin())
                .issue(IssueContext.builder(session)
                        .interaction(new ScriptedUser("123456"))
                        .secrets(Fixtures.Secrets.of(user))
                        .deadline(Clock.systemUTC().instant().plusSeconds(60))
                        .build());
    }

    private PluginContext plugin() {
        return Fixtures.plugin(home, Map.of("AWS_ENDPOINT_URL", endpoint().toString()))
                .build();
    }

    static Session session(String duration) {
        return Fixtures.session("aws-iam-user").setting("duration", duration).build();
    }
}
