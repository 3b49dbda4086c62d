package dev.leapp.cli.region;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.spi.Plugins;
import java.util.Comparator;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp region list}. */
@Command(
        name = "list",
        description = "Show the regions that plug-ins know of, by partition; others are accepted too.",
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
        Plugins plugins = context.engine().plugins();
        List<Known> regions = plugins.regions(cloud).stream()
                .map(region -> new Known(region, plugins.partition(region).orElse("")))
                .sorted(Comparator.comparing(Known::partition).thenComparing(Known::region))
                .toList();
        List<Column<Known>> columns = List.of(
                Column.of("region", "Region", Known::region), Column.of("partition", "Partition", Known::partition));
        context.out().list(regions, columns, options, "no plug-in knows regions of " + cloud + "; any is accepted");
    }

    /**
     * A region that a plug-in knows of.
     *
     * @param region its id
     * @param partition the part of its cloud that it belongs to, empty if it has none
     */
    private record Known(String region, String partition) {}
}
