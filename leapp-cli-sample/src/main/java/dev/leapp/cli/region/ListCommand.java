package dev.leapp.cli.region;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp region list}. */
@Command(
        name = "list",
        description = "Show the regions that plug-ins know of; others are accepted too.",
        footer = {"", "Examples:", "  leapp region list --filter Region=^eu-"})
final class ListCommand implements Runnable {

    private final Context context;

    @Mixin
    TableOptions options;

    @Option(
            names = "--cloud",
            paramLabel = "CLOUD",
            defaultValue = Regions.AWS,
            description = "Which cloud (default: aws).")
    String cloud = Regions.AWS;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<String> regions = context.engine().plugins().regions(cloud);
        List<Column<String>> columns = List.of(Column.of("region", "Region", region -> region));
        context.out().list(regions, columns, options, "no plug-in knows regions of " + cloud + "; any is accepted");
    }
}
