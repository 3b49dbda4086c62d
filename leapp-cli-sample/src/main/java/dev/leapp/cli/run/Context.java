package dev.leapp.cli.run;

import dev.leapp.cli.ask.Asker;
import dev.leapp.cli.ask.Progress;
import dev.leapp.cli.ask.TerminalInteraction;
import dev.leapp.cli.exec.Programs;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.output.Output;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Times;
import dev.leapp.core.port.UserInteraction;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jspecify.annotations.Nullable;

/** What one run of a command works with. Everything is made when it is first asked for, after the flags are known. */
public final class Context implements AutoCloseable {

    private final Io io;
    private final Clock clock;
    private final Engine.Opener opener;
    private final Programs programs;
    private final GlobalOptions options = new GlobalOptions();
    private final Redactor redactor = new Redactor();
    private final Progress progress;
    private final List<Runnable> endings = new ArrayList<>();
    private @Nullable Asker asker;
    private @Nullable TerminalInteraction terminal;
    private @Nullable Engine engine;
    private @Nullable IntSupplier last;

    /**
     * Prepares a run.
     *
     * @param io the process's surroundings
     * @param clock tells the time
     * @param opener opens Leapp
     * @param programs runs other programs
     */
    public Context(Io io, Clock clock, Engine.Opener opener, Programs programs) {
        this.io = io;
        this.clock = clock;
        this.opener = opener;
        this.programs = programs;
        this.progress = new Progress(io);
    }

    /** Returns the surroundings. */
    public Io io() {
        return io;
    }

    /** Returns the clock. */
    public Clock clock() {
        return clock;
    }

    /** Returns the flags that every command has. */
    public GlobalOptions options() {
        return options;
    }

    /** Returns the secrets that this run has seen. */
    public Redactor redactor() {
        return redactor;
    }

    /** Returns where to write results. */
    public Output out() {
        progress.clear();
        return new Output(io, options.format());
    }

    /** Returns how to say moments in results. */
    public Times times() {
        return new Times(
                clock.instant(),
                options.format() == OutputFormat.TABLE && io.tty().out());
    }

    /** Lets nobody be asked in this run, terminal or not; before anything else is needed of it. */
    public void askNobody() {
        options.nonInteractive = true;
    }

    /** Returns who asks the user. */
    public Asker ask() {
        if (asker == null) {
            asker = new Asker(io, progress, !options.nonInteractive && !options.noInteractive);
        }
        return asker;
    }

    /** Returns the user's home directory. */
    public Path home() {
        return Optional.ofNullable(options.home).orElse(io.userHome()).toAbsolutePath();
    }

    /** Returns where Leapp's files lie if a flag or a variable has moved them: other programs don't look there by themselves. */
    public Optional<Path> movedFiles() {
        String variable = io.environment().getOrDefault("LEAPP_HOME", "");
        if (!variable.isEmpty()) {
            return Optional.of(Path.of(variable).toAbsolutePath());
        }
        return home().equals(io.userHome().toAbsolutePath()) ? Optional.empty() : Optional.of(home().resolve(".Leapp"));
    }

    /** Returns the opened Leapp. */
    public Engine engine() {
        if (engine == null) {
            engine = opener.open(
                    new Engine.Surroundings(home(), io.environment(), interaction(), options.ignoreDesktopApp));
        }
        return engine;
    }

    /** Returns how to open another Leapp, in another home. */
    public Engine.Opener opener() {
        return opener;
    }

    /** Returns what runs other programs. */
    public Programs programs() {
        return programs;
    }

    /** Opens another Leapp to look at its plug-ins only, before the flags are known. */
    public Engine openForPlugins() {
        return opener.open(new Engine.Surroundings(io.userHome(), io.environment(), UserInteraction.nonInteractive()));
    }

    /** Does something when the run is over. */
    public void atEnd(Runnable work) {
        endings.add(work);
    }

    /**
     * Does something when Leapp is closed, if the command succeeded; it may be that this process becomes another program then.
     *
     * @param work returns the exit code
     */
    public void last(IntSupplier work) {
        last = work;
    }

    /** Returns what is to be done when Leapp is closed. */
    public Optional<IntSupplier> last() {
        return Optional.ofNullable(last);
    }

    private UserInteraction interaction() {
        Consumer<String> steps = options.verbose() ? message -> out().remark(message) : progress::show;
        terminal = new TerminalInteraction(ask(), progress, message -> out().remark(message), steps, io, clock);
        return terminal;
    }

    /** Leaves the terminal to another program: from now on Leapp asks nothing and tells nothing. */
    public void leaveTerminal() {
        progress.clear();
        if (terminal != null) {
            terminal.fallSilent();
        }
    }

    /** Takes the progress line away. */
    public void quiet() {
        progress.clear();
    }

    @Override
    public void close() {
        progress.close();
        endings.forEach(Runnable::run);
        if (engine != null) {
            engine.close();
        }
    }
}
