package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.run.Value;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.ImportSource.PortableFile;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code leapp workspace import}. */
@Command(
        name = "import",
        description = {
            "Add what an exported file or another tool's files hold. What it would do is shown",
            "first; on a terminal it is done once you agree. Nothing becomes active by it."
        },
        footer = {
            "",
            "Examples:",
            "  leapp workspace import team.leapp",
            "  leapp workspace import --from aws --dry-run",
            "  leapp workspace import old/Leapp-lock.json --machine-id-file old/machine-id",
            "  leapp workspace import team.leapp --on-conflict replace --force"
        })
final class ImportCommand implements Runnable {

    private final Context context;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A file that 'leapp workspace export' wrote; or a Leapp-lock.json, ours or the desktop app's.")
    @Nullable
    String file;

    @Option(
            names = "--from",
            paramLabel = "IMPORTER",
            description = "Import from another tool's files, such as aws: ~/.aws/config and ~/.aws/credentials.")
    @Nullable
    String from;

    @Option(names = "--dry-run", description = "Show what would be done, and do nothing.")
    boolean dryRun;

    @Option(
            names = "--on-conflict",
            paramLabel = "POLICY",
            defaultValue = "keep",
            description = "keep what is there with other content (unless said otherwise), or replace it.")
    ConflictPolicy onConflict = ConflictPolicy.KEEP;

    @Option(
            names = {"-f", "--force"},
            description = "Don't ask.")
    boolean force;

    @Mixin
    MachineFlags machine = new MachineFlags();

    @Mixin
    BundlePassphrase passphrase = new BundlePassphrase();

    @Mixin
    TableOptions table;

    ImportCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        ImportOptions options = ImportOptions.standard().onConflict(onConflict);
        try (ImportPlan plan = context.engine().transfer().plan(source(), options)) {
            PlanTable shown = new PlanTable(context, table);
            if (dryRun || !plan.changesAnything()) {
                shown.show(plan);
                shown.tell(plan, false);
            } else if (!force && context.ask().interactive()) {
                carryOutIfAgreed(plan, shown);
            } else {
                requireNothingReplaced(plan);
                context.engine().transfer().apply(plan);
                shown.show(plan);
                shown.tell(plan, true);
            }
        }
    }

    private ImportSource source() {
        if (from != null && file != null) {
            throw Usage.error("Give either FILE or --from, not both", null);
        }
        if (from != null && machine.isGiven()) {
            throw Usage.error("A machine id opens a FILE, not what --from reads", null);
        }
        if (from != null) {
            return ImportSource.importer(from);
        }
        Path path = Path.of(Value.required(context, "FILE", "File", file));
        PortableFile source = ImportSource.file(path, () -> passphrase.toOpen(context, path));
        return machine.id().map(source::openedByMachine).orElse(source);
    }

    /** Asks again if the plan has become another one while the answer was awaited. */
    private void carryOutIfAgreed(ImportPlan first, PlanTable shown) {
        ImportPlan plan = first;
        while (true) {
            shown.showBeforehand(plan);
            if (!context.ask().confirm("Import this (" + PlanTable.summary(plan, false) + ")?")) {
                throw new LeappException(CoreErrorCode.CANCELLED, "Nothing was imported", null);
            }
            try {
                context.engine().transfer().apply(plan);
                shown.showAfterwards(plan);
                shown.tell(plan, true);
                return;
            } catch (LeappException e) {
                if (e.code() != CoreErrorCode.OVERTAKEN) {
                    throw e;
                }
                context.out().remark(String.valueOf(e.getMessage()));
                plan = context.engine().transfer().refresh(plan);
            }
        }
    }

    private void requireNothingReplaced(ImportPlan plan) {
        long replaced = plan.count(Action.REPLACE);
        if (replaced > 0 && !force) {
            throw new LeappException(
                    CoreErrorCode.ALREADY_EXISTS,
                    Numbers.of(replaced, "definition") + " would be replaced; nothing was imported",
                    "--force replaces them, --dry-run shows them");
        }
    }
}
