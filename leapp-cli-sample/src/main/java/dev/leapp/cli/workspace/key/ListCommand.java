package dev.leapp.cli.workspace.key;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.workspace.KeySlotView;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp workspace key list}. */
@Command(
        name = "list",
        description = {
            "Show the key slots, and whether each opens the workspace file here.",
            "Tries each: may ask for a passphrase, and the OS keychain."
        },
        footer = {"", "Examples:", "  leapp workspace key list", "  leapp workspace key list --output json"})
final class ListCommand implements Runnable {

    private final Context context;

    @Mixin
    TableOptions options;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        context.out()
                .list(
                        context.engine().workspaceFile().keySlots(),
                        columns(),
                        options,
                        "there is no workspace file yet; it is made with the first change");
    }

    private static List<Column<KeySlotView>> columns() {
        return List.of(
                Column.of("id", "ID", KeySlotView::id),
                Column.of("kind", "Kind", KeySlotView::kind),
                Column.of("added", "Added", slot -> slot.added().orElse(null)),
                Column.<KeySlotView>of(
                                "opens", "Opens Here", slot -> slot.problem().isEmpty())
                        .showing(ListCommand::opens),
                Column.<KeySlotView>of(
                                "problem", "Problem", slot -> slot.problem().orElse(null))
                        .whenExtended());
    }

    private static Shown opens(KeySlotView slot) {
        return slot.problem()
                .map(why -> new Shown("no: " + why, Style.BAD))
                .orElseGet(() -> new Shown("yes", Style.GOOD));
    }
}
