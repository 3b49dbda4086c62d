package dev.leapp.cli.workspace.key;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.KeySlotView;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp workspace key add}. */
@Command(
        name = "add",
        description = {
            "Let one more thing open the workspace file.",
            "machine: this machine's id, which every program here can read.",
            "keychain: the OS keychain.",
            "passphrase: what you choose, on any machine; asked twice, or taken from",
            "LEAPP_WORKSPACE_PASSPHRASE where nobody can be asked."
        },
        footer = {
            "",
            "Examples:",
            "  leapp workspace key add passphrase",
            "  leapp workspace key add passphrase --passphrase-stdin < passphrase.txt",
            "  leapp workspace key add machine"
        })
final class AddCommand implements Runnable {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "KIND", description = "machine, keychain or passphrase.")
    @Nullable
    String kind;

    @Option(names = "--passphrase-stdin", description = "Read the passphrase from a line of standard input.")
    boolean passphraseStdin;

    AddCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        NewSlot wanted = wanted();
        if (passphraseStdin && wanted != NewSlot.PASSPHRASE) {
            throw Usage.error("--passphrase-stdin goes with the kind 'passphrase'", null);
        }
        WorkspaceFile file = context.engine().workspaceFile();
        requireOwnFormat(file, wanted);
        KeySlotView slot = wanted.make(context, passphraseStdin, file::addKeySlot);
        context.out()
                .result(new Result("key slot " + slot.id() + " added to the workspace: " + wanted.says() + " now, too")
                        .with("id", slot.id())
                        .with("kind", slot.kind())
                        .with("added", slot.added()));
    }

    /** Before a passphrase is asked in vain. */
    private static void requireOwnFormat(WorkspaceFile file, NewSlot wanted) {
        if (file.format().equals(WorkspaceFile.LEAPP)) {
            String flag = wanted == NewSlot.MACHINE ? "" : " --" + wanted.kind();
            throw new LeappException(
                    CoreErrorCode.WORKSPACE_UPGRADE_NEEDED,
                    "The workspace is in the Leapp desktop app's format, which only the machine's id opens",
                    "leapp workspace upgrade" + flag + " brings it into the format of Leapp for the JVM");
        }
    }

    private NewSlot wanted() {
        List<NewSlot> all = List.of(NewSlot.values());
        if (kind == null && context.ask().interactive()) {
            return context.ask().choose("Kind", all, each -> each.kind() + "  " + each.says());
        }
        String there = "there are "
                + String.join(
                        ", ", Arrays.stream(NewSlot.values()).map(NewSlot::kind).toList());
        if (kind == null) {
            throw Usage.error("Missing KIND", there);
        }
        return all.stream()
                .filter(each -> each.kind().equals(kind))
                .findFirst()
                .orElseThrow(() -> Usage.error("There is no kind of key slot '" + kind + "'", there));
    }
}
