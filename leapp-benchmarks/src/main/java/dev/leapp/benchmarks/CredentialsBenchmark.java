package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.testkit.cloud.LocalSts;
import dev.leapp.testkit.cloud.StsUser;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Threads;

/** What a program pays whenever it asks for credentials that it has asked for before. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class CredentialsBenchmark {

    private static final StsUser USER =
            new StsUser("ops", "AKIAIOSFODNN7EXAMPLE", "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY");

    @Param(SampleHome.SEALED)
    public String format = "";

    @Param("100")
    public int sessions;

    private SampleHome home;
    private LocalSts sts;
    private Leapp leapp;
    private SessionId session;

    @Setup(Level.Trial)
    public void prepare() {
        home = SampleHome.create(format, sessions);
        sts = LocalSts.builder().user(USER).start();
        leapp = home.open(Map.of("AWS_ENDPOINT_URL_STS", sts.endpoint().toString()));
        session = leapp.sessions()
                .add(NewSession.builder(new SessionType("aws-iam-user"), "measured")
                        .region("eu-west-1")
                        .secret("accessKeyId", Secret.of(USER.accessKeyId()))
                        .secret("secretAccessKey", Secret.of(USER.secretAccessKey()))
                        .build())
                .id();
        leapp.sessions().credentials(session, CredentialRequest.standard());
    }

    @TearDown(Level.Trial)
    public void remove() {
        leapp.close();
        sts.close();
        home.close();
    }

    /** Asks again; once a second the files are looked at. */
    @Benchmark
    public Credentials credentialsCached() {
        return leapp.sessions().credentials(session, CredentialRequest.standard());
    }

    /** The same by four threads at once. */
    @Benchmark
    @Threads(4)
    public Credentials credentialsCachedBy4() {
        return leapp.sessions().credentials(session, CredentialRequest.standard());
    }
}
