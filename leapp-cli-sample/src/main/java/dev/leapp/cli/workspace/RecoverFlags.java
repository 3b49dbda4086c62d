package dev.leapp.cli.workspace;

import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.workspace.key.Passphrases;
import dev.leapp.core.workspace.RecoverySource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The flags that say what to recover from, and what opens it. */
final class RecoverFlags {

    @Option(names = "--generation", paramLabel = "N", description = "An older generation, by its number in 'backups'.")
    @Nullable
    Long generation;

    @Option(names = "--desktop-backup", description = "The backup that the desktop app keeps beside its file.")
    boolean desktopBackup;

    @Option(names = "--current-file", description = "The file that lies there now, as it is.")
    boolean currentFile;

    @Option(names = "--empty", description = "Nothing: begin with an empty workspace.")
    boolean empty;

    @Mixin
    MachineFlags machine = new MachineFlags();

    @Option(
            names = "--passphrase",
            description = "Open it with a passphrase: asked, or from LEAPP_WORKSPACE_PASSPHRASE.")
    boolean passphrase;

    /** Returns what was said, empty if nothing was; with only something that opens it, it is the file that lies there. */
    Optional<RecoverySource> source(Context context) {
        List<RecoverySource> sources = sources();
        boolean key = machine.isGiven() || passphrase;
        if (sources.size() > 1) {
            throw Usage.error("Give one of --generation, --desktop-backup, --current-file and --empty", null);
        }
        if (empty && key) {
            throw Usage.error("--empty opens nothing", null);
        }
        if (sources.isEmpty() && !key) {
            return Optional.empty();
        }
        return Optional.of(opened(context, sources.isEmpty() ? RecoverySource.currentFile() : sources.get(0)));
    }

    private List<RecoverySource> sources() {
        List<RecoverySource> sources = new ArrayList<>();
        if (generation != null) {
            sources.add(RecoverySource.generation(generation));
        }
        if (desktopBackup) {
            sources.add(RecoverySource.desktopBackup());
        }
        if (currentFile) {
            sources.add(RecoverySource.currentFile());
        }
        if (empty) {
            sources.add(RecoverySource.empty());
        }
        return sources;
    }

    private RecoverySource opened(Context context, RecoverySource source) {
        Optional<String> id = machine.id();
        if (id.isPresent() && passphrase) {
            throw Usage.error("Give a machine id or --passphrase, not both", null);
        }
        if (id.isPresent()) {
            return source.openedByMachine(id.get());
        }
        return passphrase ? source.openedByPassphrase(new Passphrases(context).known()) : source;
    }
}
