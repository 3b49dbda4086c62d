package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.Fixtures;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.contract.AccessMethodContract;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

class IamUserContractTest extends AccessMethodContract {

    private LocalSts sts;
    private String nowhere;

    @BeforeEach
    void startSts() {
        sts = LocalSts.builder().user(Fixtures.OPS).start();
        try (LocalSts gone = LocalSts.builder().start()) {
            nowhere = gone.endpoint().toString();
        }
    }

    @AfterEach
    void stopSts() {
        sts.close();
    }

    @Override
    protected AccessMethodFactory factory() {
        return new IamUserFactory();
    }

    @Override
    protected PluginContext context() {
        return at(sts.endpoint().toString());
    }

    @Override
    protected NewSession working() {
        return session(Fixtures.OPS.secretAccessKey());
    }

    @Override
    protected Optional<NewSession> refused() {
        return Optional.of(session("anotherSecretAccessKeyThatIsTheWrongOne1"));
    }

    @Override
    protected Optional<PluginContext> unreachable() {
        return Optional.of(at(nowhere));
    }

    private PluginContext at(String endpoint) {
        return Fixtures.plugin(home, Map.of("AWS_ENDPOINT_URL_STS", endpoint)).build();
    }

    private static NewSession session(String secretAccessKey) {
        return NewSession.builder(new SessionType("aws-iam-user"), "ops")
                .region("eu-west-1")
                .value("accessKeyId", Fixtures.OPS.accessKeyId())
                .secret("secretAccessKey", Secret.of(secretAccessKey))
                .build();
    }
}
