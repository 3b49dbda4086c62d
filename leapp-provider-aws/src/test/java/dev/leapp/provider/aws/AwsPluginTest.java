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
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.testkit.cloud.LocalSts;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.ServiceLoader;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.ProfileCredentialsProvider;
import software.amazon.awssdk.core.exception.SdkClientException;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** The plug-in in a real Leapp, seen by the AWS SDK. */
class AwsPluginTest {

    private static final String OPS_ARN = "arn:aws:iam::123456789012:user/ops";

    @TempDir
    Path home;

    private LocalSts sts;
    private Leapp leapp;

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
    }

    @AfterEach
    void close() {
        leapp.close();
        sts.close();
    }

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(LeappPlugin.class).stream().map(ServiceLoader.Provider::type))
                .contains(AwsPlugin.class);
    }

    @Test
    void bringsItsAccessMethodsChainsImporterAndRegions() {
        assertThat(leapp.plugins().accessMethods())
                .extracting(method -> method.type().value())
                .contains("aws-iam-user", "aws-localstack");
        assertThat(leapp.plugins().providerChains())
                .extracting(chain -> chain.id())
                .containsSubsequence("aws-credentials-file", "aws-credential-process");
        assertThat(leapp.plugins().importers())
                .extracting(importer -> importer.id())
                .contains("aws");
        assertThat(leapp.plugins().regions("aws"))
                .contains("eu-west-1", "us-east-1", "cn-north-1")
                .doesNotContain("aws-global")
                .isSorted();
    }

    @Test
    void tellsThePartitionOfEachRegionItKnows() {
        assertThat(leapp.plugins().partition("eu-west-1")).contains("aws");
        assertThat(leapp.plugins().partition("us-gov-west-1")).contains("aws-us-gov");
        assertThat(leapp.plugins().partition("cn-north-1")).contains("aws-cn");
        assertThat(leapp.plugins().partition("eusc-de-east-1")).contains("aws-eusc");
        assertThat(leapp.plugins().partition("us-iso-east-1")).contains("aws-iso");
        assertThat(leapp.plugins().partition("mars-north-1")).isEmpty();
        assertThat(leapp.plugins().regions("aws"))
                .allSatisfy(
                        region -> assertThat(leapp.plugins().partition(region)).isPresent());
    }

    @Test
    void theSdkReadsTheProfileOfAStartedSession() {
        SessionId ops = addOps();

        leapp.sessions().start(ops, StartOptions.none());
        assertThat(callerOf(profile())).isEqualTo(OPS_ARN);
        String first = profile().resolveCredentials().accessKeyId();

        leapp.sessions().rotate(ops);
        assertThat(profile().resolveCredentials().accessKeyId()).isNotEqualTo(first);
        assertThat(callerOf(profile())).isEqualTo(OPS_ARN);

        leapp.sessions().stop(ops);
        assertThat(home.resolve(".aws")).doesNotExist();
        AwsCredentialsProvider gone = profile();
        assertThatThrownBy(gone::resolveCredentials).isInstanceOf(SdkClientException.class);
    }

    @Test
    void theSdkIsGivenASessionsCredentialsWithoutAnyFile() {
        LeappCredentialsProvider provider = LeappCredentialsProvider.of(leapp, addOps());

        assertThat(callerOf(provider)).isEqualTo(OPS_ARN);
        assertThat(provider.resolveCredentials().expirationTime()).isPresent();
        assertThat(home.resolve(".aws")).doesNotExist();
        assertThat(provider.toString()).doesNotContain("ASIA");
    }

    @Test
    void theSdkIsGivenLocalStacksKeys() {
        SessionId local = leapp.sessions()
                .add(NewSession.builder(new SessionType("aws-localstack"), "local")
                        .build())
                .id();

        assertThat(LeappCredentialsProvider.of(leapp, local)
                        .resolveCredentials()
                        .accessKeyId())
                .isEqualTo("test");
    }

    private SessionId addOps() {
        return leapp.sessions()
                .add(NewSession.builder(new SessionType("aws-iam-user"), "ops")
                        .region("eu-west-1")
                        .profile("ops")
                        .value("accessKeyId", Fixtures.OPS.accessKeyId())
                        .secret("secretAccessKey", Secret.of(Fixtures.OPS.secretAccessKey()))
                        .build())
                .id();
    }

    private AwsCredentialsProvider profile() {
        Path file = home.resolve(".aws/credentials");
        ProfileFile.Aggregator profiles = ProfileFile.aggregator();
        if (Files.exists(file)) {
            profiles.addFile(ProfileFile.builder()
                    .content(file)
                    .type(ProfileFile.Type.CREDENTIALS)
                    .build());
        }
        return ProfileCredentialsProvider.builder()
                .profileFile(profiles.build())
                .profileName("ops")
                .build();
    }

    private String callerOf(AwsCredentialsProvider credentials) {
        try (StsClient client = client(credentials, sts.endpoint())) {
            return client.getCallerIdentity().arn();
        }
    }

    private static StsClient client(AwsCredentialsProvider credentials, URI endpoint) {
        return StsClient.builder()
                .region(Region.EU_WEST_1)
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .httpClientBuilder(UrlConnectionHttpClient.builder())
                .build();
    }
}
