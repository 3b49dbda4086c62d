package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.workspace.key.DesktopBackup;
import dev.leapp.cli.workspace.key.NewSlot;
import dev.leapp.core.workspace.WorkspaceFile;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leapp workspace upgrade}. */
@Command(
        name = "upgrade",
        description = {
            "Bring the Leapp desktop app's file into the format of Leapp for the JVM.",
            "Nothing is lost, but the desktop app can't read the file any more. This",
            "machine's id opens the new file unless a flag says otherwise."
        },
        footer = {
            "",
            "Examples:",
            "  leapp workspace upgrade",
            "  leapp workspace upgrade --passphrase",
            "  leapp workspace upgrade --force"
        })
final class UpgradeCommand implements Runnable {

    private final Context context;

    @Option(
            names = "--passphrase",
            description = "A new passphrase opens the file: asked twice, or from LEAPP_WORKSPACE_PASSPHRASE.")
    boolean passphrase;

    @Option(names = "--keychain", description = "The OS keychain opens the file.")
    boolean keychain;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask.")
    boolean force;

    UpgradeCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewSlot slot = slot();
        WorkspaceFile file = context.engine().workspaceFile();
        int sessions = context.engine().workspaces().read().sessions().size();
        boolean changed = file.format().equals(WorkspaceFile.LEAPP) && upgrade(file, slot, sessions);
        context.out()
                .result(new Result(
                                changed
                                        ? "the workspace with its " + Words.sessions(sessions)
                                                + " is in the format of Leapp for the JVM now\n" + slot.says()
                                        : "nothing to do: the workspace is in the format of Leapp for the JVM")
                        .with("changed", changed)
                        .with("sessions", sessions)
                        .with("format", file.format())
                        .with("keySlot", changed ? slot.kind() : null));
        if (changed) {
            warn(slot);
        }
    }

    private NewSlot slot() {
        if (passphrase && keychain) {
            throw Usage.error("Give --passphrase or --keychain, not both", "'leapp workspace key add' adds the other");
        }
        return passphrase ? NewSlot.PASSPHRASE : keychain ? NewSlot.KEYCHAIN : NewSlot.MACHINE;
    }

    private boolean upgrade(WorkspaceFile file, NewSlot slot, int sessions) {
        if (!force && context.ask().interactive()) {
            explain(sessions);
        }
        new Confirmation(context, force)
                .requireYes(
                        "Upgrade the workspace?", "After an upgrade the Leapp desktop app can't read the workspace");
        return slot.make(context, false, file::upgrade);
    }

    private void explain(int sessions) {
        context.ask()
                .say("The workspace with its " + Words.sessions(sessions) + " is in the format of the Leapp desktop");
        context.ask().say("app, which can't read it after the upgrade. Started then, the app replaces it by");
        context.ask().say("its own last backup, or by an empty one; 'leapp workspace recover' brings the");
        context.ask().say("upgraded one back. The file as it is now stays: 'leapp workspace backups'.");
    }

    private void warn(NewSlot slot) {
        if (slot != NewSlot.MACHINE) {
            context.out()
                    .remark(
                            "this machine's id still opens older generations; 'leapp workspace key rotate' seals them anew");
        }
        DesktopBackup.warn(context);
    }
}
