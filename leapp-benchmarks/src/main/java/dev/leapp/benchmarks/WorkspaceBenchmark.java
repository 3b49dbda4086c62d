package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.workspace.Workspace;
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

/** What a user waits for in a workspace of some size. Nothing is active. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class WorkspaceBenchmark {

    @Param({SampleHome.SEALED, SampleHome.LEAPP})
    public String format = "";

    @Param({"100", "10000"})
    public int sessions;

    private SampleHome home;
    private Leapp leapp;
    private SessionId last;
    private int edits;

    @Setup(Level.Trial)
    public void prepare() {
        home = SampleHome.create(format, sessions);
        leapp = home.open();
        List<SessionView> all = leapp.sessions().list();
        last = all.get(all.size() - 1).session().id();
    }

    @TearDown(Level.Trial)
    public void remove() {
        leapp.close();
        home.close();
    }

    /** A program begins, and reads the workspace. */
    @Benchmark
    public Workspace open() {
        try (Leapp opened = home.open()) {
            return opened.workspaces().read();
        }
    }

    /** A program that has been running lists its sessions. */
    @Benchmark
    public List<SessionView> list() {
        return leapp.sessions().list();
    }

    /** Changes one session and saves the workspace, with all that is looked at before and after, a backup and the disk. */
    @Benchmark
    public SessionView edit() {
        edits++;
        return leapp.sessions()
                .edit(last, SessionEdit.builder().name("renamed " + edits).build());
    }
}
