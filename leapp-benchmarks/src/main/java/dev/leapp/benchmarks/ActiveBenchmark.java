package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.StartOptions;
import java.util.List;
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

/** What a user waits for while fifty sessions are active, each on a named profile of its own. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class ActiveBenchmark {

    @Param({SampleHome.SEALED, SampleHome.LEAPP})
    public String format = "";

    @Param("10000")
    public int sessions;

    private SampleHome home;
    private Leapp leapp;
    private SessionId active;

    @Setup(Level.Trial)
    public void prepare() {
        home = SampleHome.create(format, sessions);
        home.startAll();
        leapp = home.open();
        active = SampleHome.startable(leapp).get(0);
    }

    @TearDown(Level.Trial)
    public void remove() {
        leapp.close();
        home.close();
    }

    /** Lists all sessions, and looks whether what the active ones made available still stands. */
    @Benchmark
    public List<SessionView> listActive() {
        return leapp.sessions().list();
    }

    /** Finds an active session by its id, and looks whether what it made available still stands. */
    @Benchmark
    public SessionView findActive() {
        return leapp.sessions().find(active.value());
    }

    /** Stops one session and starts it again: the state changes three times, and files of the user twice. */
    @Benchmark
    public SessionView stopAndStart() {
        leapp.sessions().stop(active);
        return leapp.sessions().start(active, StartOptions.none());
    }
}
