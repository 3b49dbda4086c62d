package dev.leapp.cli.workspace;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.workspace.key.Passphrases;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.ErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.RecoverySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** Lets the user choose what to recover from, after saying what is wrong; where nobody can be asked, names the best. */
final class RecoverChoice {

    private static final int NEWEST = 5;

    private final Context context;

    RecoverChoice(Context context) {
        this.context = context;
    }

    /**
     * What the file is like now.
     *
     * @param says it in words
     * @param trouble what kind of trouble it is, empty if it opens
     */
    private record State(String says, Optional<ErrorCode> trouble) {

        boolean is(CoreErrorCode code) {
            return trouble.equals(Optional.of(code));
        }
    }

    /** One thing to recover from. */
    private record Way(String label, Supplier<RecoverySource> source) {}

    RecoverySource choose() {
        State state = state();
        List<Generation> generations = context.engine().workspaceFile().generations();
        List<Generation> opening =
                generations.stream().filter(each -> each.problem().isEmpty()).toList();
        if (!context.ask().interactive()) {
            throw Usage.error("Missing what to recover from: " + state.says(), hint(state, opening));
        }
        context.ask().say(state.says() + ".");
        sayWhatDoesNotOpen(generations.size() - opening.size());
        return context.ask()
                .choose("Recover from", ways(state, opening), Way::label)
                .source()
                .get();
    }

    private State state() {
        String location = context.engine().workspaceFile().location();
        try {
            int sessions = context.engine().workspaces().read().sessions().size();
            return new State(
                    "The workspace file " + location + " opens, with " + Words.sessions(sessions), Optional.empty());
        } catch (LeappException e) {
            if (e.code().trouble() == Trouble.CANCELLED) {
                throw e;
            }
            return new State(String.valueOf(e.getMessage()), Optional.of(e.code()));
        }
    }

    private void sayWhatDoesNotOpen(int closed) {
        if (closed > 0) {
            context.ask()
                    .say(closed + (closed == 1 ? " generation does" : " generations do")
                            + " not open here: see 'leapp workspace backups', and --machine-id.");
        }
    }

    private List<Way> ways(State state, List<Generation> opening) {
        List<Way> ways = new ArrayList<>();
        opening.stream().limit(NEWEST).map(this::way).forEach(ways::add);
        if (context.engine().workspaceFile().desktopBackup().isPresent()) {
            ways.add(new Way("the desktop app's backup", RecoverySource::desktopBackup));
        }
        if (state.is(CoreErrorCode.WORKSPACE_FORMAT_CHANGED)) {
            ways.add(new Way("the file that lies there now", RecoverySource::currentFile));
        }
        if (state.is(CoreErrorCode.WORKSPACE_KEY_MISMATCH)) {
            ways.add(new Way("the same file, with the id of the machine that wrote it", this::byMachine));
            ways.add(new Way("the same file, with a passphrase", this::byPassphrase));
        }
        ways.add(new Way("nothing: begin with an empty workspace", RecoverySource::empty));
        return ways;
    }

    private Way way(Generation generation) {
        String reason = generation.reason().map(words -> ": " + words).orElse("");
        return new Way(
                "generation " + generation.number() + ", " + context.times().say(generation.writtenAt()) + ", "
                        + Words.sessions(generation.sessions().orElse(0)) + reason,
                () -> RecoverySource.generation(generation.number()));
    }

    private RecoverySource byMachine() {
        String id = "";
        while (id.isEmpty()) {
            id = context.ask().line("Its machine id (on Linux the content of /etc/machine-id)", "");
        }
        return RecoverySource.currentFile().openedByMachine(id);
    }

    private RecoverySource byPassphrase() {
        return RecoverySource.currentFile().openedByPassphrase(new Passphrases(context).known());
    }

    private String hint(State state, List<Generation> opening) {
        if (state.trouble().isEmpty()) {
            return "'leapp workspace backups' shows what there is to go back to";
        }
        if (!opening.isEmpty()) {
            Generation newest = opening.get(0);
            return "leapp workspace recover --generation " + newest.number() + " brings back "
                    + Words.sessions(newest.sessions().orElse(0)) + " of "
                    + context.times().say(newest.writtenAt());
        }
        if (state.is(CoreErrorCode.WORKSPACE_KEY_MISMATCH)) {
            return "leapp workspace recover --machine-id ID, with the id of the machine that wrote it, or --passphrase";
        }
        return context.engine().workspaceFile().desktopBackup().isPresent()
                ? "leapp workspace recover --desktop-backup brings back what the desktop app kept"
                : "leapp workspace recover --empty begins anew";
    }
}
