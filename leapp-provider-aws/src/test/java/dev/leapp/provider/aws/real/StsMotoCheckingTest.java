package dev.leapp.provider.aws.real;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.testkit.cloud.StsUser;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Against moto that checks signatures: after four calls to set up a user, it takes nobody's word. */
class StsMotoCheckingTest {

    private static final String ALLOW_ALL =
            "{\"Version\":\"2012-10-17\",\"Statement\":[{\"Effect\":\"Allow\",\"Action\":\"*\",\"Resource\":\"*\"}]}";

    @TempDir
    Path directory;

    private StsMotoChecked sts;
    private MotoServer moto;
    private StsUser user;

    @BeforeEach
    void startMoto() throws Exception {
        MotoServer.requireProgram();
        moto = MotoServer.start(directory.resolve("moto.log"), Map.of("INITIAL_NO_AUTH_ACTION_COUNT", "4"));
        user = newUser();
        sts = new StsMotoChecked(moto.endpoint());
        sts.home = directory;
    }

    @AfterEach
    void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Test
    void acceptsTheRightKey() {
        assertThat(sts.issue(StsRealComponent.session("PT1H"), user).secrets()).containsKey("sessionToken");
    }

    @Test
    void refusesAWrongSecretKeyWithAwssOwnCode() {
        StsUser wrong = new StsUser("ops", user.accessKeyId(), "canaryWrongSecretCanaryWrongSecretCanary");

        CredentialException thrown = refusal(wrong);

        assertThat(thrown.cloudCode()).contains("SignatureDoesNotMatch");
        assertThat(thrown).hasMessageContaining("SignatureDoesNotMatch").hasMessageContaining("ops");
        assertThat(thrown.hint().orElseThrow()).contains("leapp session edit");
    }

    @Test
    void refusesAnUnknownAccessKeyWithAwssOwnCode() {
        CredentialException thrown = refusal(new StsUser("ops", "AKIAIOSFODNN7UNKNOWN", user.secretAccessKey()));

        assertThat(thrown.cloudCode()).contains("InvalidClientTokenId");
    }

    @Test
    void replacesAnAccessKeyByOneThatWorks() {
        try (Leapp leapp = Leapp.builder()
                .home(directory)
                .environment(Environment.of(Map.of(
                        "LEAPP_MACHINE_ID",
                        "0123456789abcdef0123456789abcdef",
                        "AWS_ENDPOINT_URL",
                        moto.endpoint().toString())))
                .secretStore(SecretStore.inMemory())
                .build()) {
            SessionId ops = leapp.sessions()
                    .add(NewSession.builder(new SessionType("aws-iam-user"), "ops")
                            .value("accessKeyId", user.accessKeyId())
                            .secret("secretAccessKey", Secret.of(user.secretAccessKey()))
                            .build())
                    .id();

            String done = leapp.sessions().act(ops, "rotate-key");

            assertThat(done).startsWith("access key " + user.accessKeyId() + " is replaced by ");
            assertThat(leapp.sessions()
                            .credentials(ops, CredentialRequest.standard())
                            .secrets())
                    .containsKey("sessionToken");
            assertThat(refusal(user).cloudCode()).contains("InvalidClientTokenId");
        }
    }

    private CredentialException refusal(StsUser wrong) {
        CredentialException thrown = catchThrowableOfType(
                CredentialException.class, () -> sts.issue(StsRealComponent.session("PT1H"), wrong));
        assertThat(thrown).isNotNull();
        assertThat(thrown.code()).isEqualTo(CoreErrorCode.REFUSED_BY_CLOUD);
        return thrown;
    }

    private StsUser newUser() throws IOException, InterruptedException {
        iam("Action=CreateUser&UserName=ops");
        iam("Action=PutUserPolicy&UserName=ops&PolicyName=all&PolicyDocument="
                + URLEncoder.encode(ALLOW_ALL, StandardCharsets.UTF_8));
        iam("Action=GetUser&UserName=ops");
        String key = iam("Action=CreateAccessKey&UserName=ops");
        return new StsUser("ops", element(key, "AccessKeyId"), element(key, "SecretAccessKey"));
    }

    private String iam(String form) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(moto.endpoint())
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential=AKIASETUP/20260101/us-east-1/iam/aws4_request,"
                                + " SignedHeaders=host, Signature=00")
                .POST(BodyPublishers.ofString(form + "&Version=2010-05-08"))
                .build();
        HttpResponse<String> response = HttpClient.newHttpClient().send(request, BodyHandlers.ofString());
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private static String element(String xml, String name) {
        Matcher matcher =
                Pattern.compile("<" + name + ">([^<]+)</" + name + ">").matcher(xml);
        assertThat(matcher.find()).as(name).isTrue();
        return matcher.group(1);
    }

    /** Only for what the tests against all components share. */
    private static final class StsMotoChecked extends StsRealComponent {

        private final URI endpoint;

        StsMotoChecked(URI endpoint) {
            this.endpoint = endpoint;
        }

        @Override
        URI endpoint() {
            return endpoint;
        }
    }
}
