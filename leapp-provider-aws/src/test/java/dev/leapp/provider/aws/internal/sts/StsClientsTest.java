package dev.leapp.provider.aws.internal.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.testkit.cloud.LocalSts;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import software.amazon.awssdk.regions.Region;

class StsClientsTest {

    @TempDir
    Path home;

    private final Map<String, String> properties = new LinkedHashMap<>();

    @AfterEach
    void clearProperties() {
        properties.keySet().forEach(System::clearProperty);
    }

    @ParameterizedTest
    @CsvSource({
        "eu-west-1,https://sts.eu-west-1.amazonaws.com",
        "us-east-1,https://sts.us-east-1.amazonaws.com",
        "cn-north-1,https://sts.cn-north-1.amazonaws.com.cn",
        "us-gov-west-1,https://sts.us-gov-west-1.amazonaws.com",
        "mars-north-1,https://sts.mars-north-1.amazonaws.com"
    })
    void everyRegionHasItsEndpoint(String region, URI endpoint) {
        assertThat(endpoint(Map.of(), region)).isEqualTo(endpoint);
    }

    @Test
    void theEnvironmentMayGiveAnEndpoint() {
        Map<String, String> general = Map.of("AWS_ENDPOINT_URL", "http://all.test:1");
        Map<String, String> both =
                Map.of("AWS_ENDPOINT_URL", "http://all.test:1", "AWS_ENDPOINT_URL_STS", "http://sts.test:2");
        Map<String, String> ignored =
                Map.of("AWS_ENDPOINT_URL", "http://all.test:1", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true");

        assertThat(endpoint(general, "eu-west-1")).hasToString("http://all.test:1");
        assertThat(endpoint(both, "eu-west-1")).hasToString("http://sts.test:2");
        assertThat(endpoint(ignored, "eu-west-1")).hasToString("https://sts.eu-west-1.amazonaws.com");
    }

    /** The SDK reads each of these system properties beside an environment variable of the same meaning. */
    @Test
    void nothingIsReadBehindOurBack() throws IOException {
        Path config = Files.writeString(home.resolve("config"), """
                [default]
                region = us-west-1
                endpoint_url = http://127.0.0.1:1
                use_fips_endpoint = true
                use_dualstack_endpoint = true
                max_attempts = 1
                [profile leapp]
                region = us-west-2
                """);
        property("aws.configFile", config.toString());
        property("aws.sharedCredentialsFile", config.toString());
        property("aws.accessKeyId", "AKIAWRONG");
        property("aws.secretAccessKey", "wrong");
        property("aws.sessionToken", "wrong");
        property("aws.region", "us-west-1");
        property("aws.endpointUrl", "http://127.0.0.1:1");
        property("aws.endpointUrlSts", "http://127.0.0.1:1");
        property("aws.useFipsEndpoint", "true");
        property("aws.useDualstackEndpoint", "true");

        try (LocalSts sts = LocalSts.builder().user(Fixtures.OPS).start();
                StsClients.Connection connection = connection(sts)) {
            String arn = connection.client().getCallerIdentity().arn();

            assertThat(arn).isEqualTo("arn:aws:iam::123456789012:user/ops");
        }
    }

    private StsClients.Connection connection(LocalSts sts) {
        Map<String, String> environment =
                Map.of("AWS_ENDPOINT_URL", sts.endpoint().toString());
        return new StsClients(Fixtures.plugin(home, environment).build())
                .open(
                        StsCaller.of(
                                new LongTermKey(Fixtures.OPS.accessKeyId(), Secret.of(Fixtures.OPS.secretAccessKey()))),
                        "eu-west-1",
                        Duration.ofSeconds(20));
    }

    private void property(String name, String value) {
        properties.put(name, value);
        System.setProperty(name, value);
    }

    private static URI endpoint(Map<String, String> environment, String region) {
        return new StsEndpoint(Environment.of(environment)).in(Region.of(region));
    }
}
