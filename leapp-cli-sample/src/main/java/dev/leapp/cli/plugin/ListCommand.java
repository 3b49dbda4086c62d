package dev.leapp.cli.plugin;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.spi.PluginStatus;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp plugin list}. */
@Command(
        name = "list",
        description = "Show the plug-ins, what they bring, and why one was refused.",
        footer = {"", "Examples:", "  leapp plugin list -x"})
final class ListCommand implements Runnable {

    private static final List<Column<PluginStatus>> COLUMNS = List.of(
            Column.of("id", "Plug-in", PluginStatus::id),
            Column.of("version", "Version", PluginStatus::version),
            Column.<PluginStatus>of("loaded", "Loaded", PluginStatus::loaded).showing(ListCommand::loaded),
            Column.<PluginStatus>of("brings", "Brings", PluginStatus::brings)
                    .showing(each -> new Shown(String.join(" ", each.brings()), Style.PLAIN)),
            Column.of("refusal", "Refused", each -> each.refusal().orElse(null)),
            Column.<PluginStatus>of("source", "Source", PluginStatus::source).whenExtended());

    private final Context context;

    @Mixin
    TableOptions options;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<PluginStatus> report = context.engine().plugins().report();
        context.out().list(report, COLUMNS, options, "there are no plug-ins on the class path");
    }

    private static Shown loaded(PluginStatus plugin) {
        return plugin.loaded() ? new Shown("yes", Style.GOOD) : new Shown("no", Style.BAD);
    }
}
