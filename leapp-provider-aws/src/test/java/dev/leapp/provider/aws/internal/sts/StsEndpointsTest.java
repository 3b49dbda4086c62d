package dev.leapp.provider.aws.internal.sts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.port.Environment;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.provider.aws.AwsPlugin;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What the plug-in says that it needs of the network. */
class StsEndpointsTest {

    private static final Workspace WORKSPACE = Workspace.builder()
            .session(session("1", "aws-iam-user", "eu-west-1"))
            .session(session("2", "aws-iam-user", "eu-west-1"))
            .session(session("3", "aws-iam-user", "cn-north-1"))
            .session(session("4", "aws-localstack", "us-west-2"))
            .session(session("5", "azure-tenant", "westeurope"))
            .build();

    @Test
    void stsOfEachRegionThatIamUsersUseIsNeededOnce() {
        assertThat(endpoints(Map.of()))
                .containsExactly(
                        Endpoint.http(URI.create("https://sts.eu-west-1.amazonaws.com"), "AWS STS in eu-west-1"),
                        Endpoint.http(URI.create("https://sts.cn-north-1.amazonaws.com.cn"), "AWS STS in cn-north-1"));
    }

    @Test
    void whereTheEnvironmentSaysThatStsIsElsewhereThatIsNeeded() {
        assertThat(endpoints(Map.of("AWS_ENDPOINT_URL_STS", "http://127.0.0.1:4566/sts")))
                .extracting(Endpoint::address)
                .containsOnly(URI.create("http://127.0.0.1:4566"));
    }

    private static List<Endpoint> endpoints(Map<String, String> environment) {
        PluginContext context = PluginContext.builder(Path.of("/nowhere"))
                .environment(Environment.of(environment))
                .build();
        return new AwsPlugin().endpoints(context, WORKSPACE);
    }

    private static Session session(String id, String type, String region) {
        return Session.builder(new SessionId(id), "session " + id, new SessionType(type), region)
                .build();
    }
}
