package dev.leapp.cli;

import dev.leapp.cli.exec.Heard;
import dev.leapp.cli.exec.Program;
import dev.leapp.cli.exec.Programs;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Runs nothing: remembers what would have run, in which environment. */
public final class RecordedPrograms implements Programs {

    /**
     * A program that would have run.
     *
     * @param way {@code become}, {@code run} or {@code hear}
     */
    public record Run(String way, List<String> command, Map<String, String> environment) {}

    private final List<Run> runs = new ArrayList<>();
    private final Map<String, String> inherited;
    private int exitCode;
    private Function<List<String>, Heard> answers = command -> new Heard(0, "", "");
    private Runnable whenRun = () -> {};
    private Optional<String> parent = Optional.empty();

    RecordedPrograms(Map<String, String> inherited) {
        this.inherited = inherited;
    }

    /** Every program ends with that from now on. */
    public void endWith(int code) {
        exitCode = code;
    }

    /** This is what programs say that are heard out. */
    public void answer(Function<List<String>, Heard> saying) {
        answers = saying;
    }

    /** Happens when a program would run. */
    public void whenRun(Runnable work) {
        whenRun = work;
    }

    /** That program has started the command. */
    public void startedBy(String program) {
        parent = Optional.of(program);
    }

    public List<Run> runs() {
        return runs;
    }

    @Override
    public int become(Program program) {
        return note("become", program);
    }

    @Override
    public int run(Program program) {
        return note("run", program);
    }

    @Override
    public Heard hear(Program program) {
        note("hear", program);
        return answers.apply(program.command());
    }

    @Override
    public Optional<String> parent() {
        return parent;
    }

    private int note(String way, Program program) {
        Map<String, String> environment = new HashMap<>(inherited);
        program.applyTo(environment);
        runs.add(new Run(way, program.command(), environment));
        whenRun.run();
        return exitCode;
    }
}
