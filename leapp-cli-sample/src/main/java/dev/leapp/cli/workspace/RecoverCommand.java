package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.workspace.Recovered;
import dev.leapp.core.workspace.RecoverySource;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp workspace recover}. */
@Command(
        name = "recover",
        description = {
            "Put another state in the place of the workspace file.",
            "What lies there is put aside. Without a flag it tells what is wrong, and lets",
            "choose. With only a machine id or --passphrase it opens the file that lies",
            "there, and makes it open on this machine."
        },
        footer = {
            "",
            "Examples:",
            "  leapp workspace recover",
            "  leapp workspace recover --generation 12",
            "  leapp workspace recover --machine-id-file /mnt/old-disk/etc/machine-id"
        })
final class RecoverCommand implements Runnable {

    private final Context context;

    @Mixin
    RecoverFlags flags;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask.")
    boolean force;

    RecoverCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        RecoverySource source = flags.source(context).orElseGet(() -> new RecoverChoice(context).choose());
        try {
            new Confirmation(context, force).askUnlessForced(question(source));
            tell(source, context.engine().workspaceFile().recover(source));
        } finally {
            source.passphrase().ifPresent(Secret::close);
        }
    }

    private static String question(RecoverySource source) {
        return switch (source.kind()) {
            case GENERATION, DESKTOP_BACKUP -> "Put " + source + " in the place of the workspace file?";
            case CURRENT_FILE -> "Take the workspace file as it is?";
            case EMPTY -> "Put an empty workspace in the place of the workspace file?";
        };
    }

    private void tell(RecoverySource source, Recovered done) {
        String aside = done.putAside()
                .map(path -> "\nwhat lay there before is now " + path)
                .orElse("");
        context.out()
                .result(new Result("the workspace has " + Words.sessions(done.sessions()) + " now, from " + source
                                + ", in the format of " + Words.format(done.format()) + aside)
                        .with(
                                "source",
                                source.kind().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                        .with(
                                "generation",
                                source.generation().isPresent()
                                        ? source.generation().getAsLong()
                                        : null)
                        .with("sessions", done.sessions())
                        .with("format", done.format())
                        .with("replaced", done.putAside()));
    }
}
