package dev.leapp.cli.output;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The flags of every command that lists something. */
public final class TableOptions {

    @Option(
            names = {"-x", "--extended"},
            description = "Show all columns.")
    boolean extended;

    @Option(
            names = "--columns",
            split = ",",
            paramLabel = "HEADER",
            description = "Show these columns only, in this order.")
    List<String> columns = new ArrayList<>();

    @Option(
            names = "--filter",
            paramLabel = "HEADER=REGEX",
            description = "Show rows whose column matches; -HEADER=REGEX shows the others.")
    List<String> filters = new ArrayList<>();

    @Option(names = "--sort", paramLabel = "[-]HEADER", description = "Sort by a column; - sorts downwards.")
    @Nullable
    String sort;

    @Option(names = "--no-header", description = "Leave out the headers.")
    boolean noHeader;

    @Option(names = "--no-truncate", description = "Never cut what is too wide.")
    boolean noTruncate;

    @Option(names = "--csv", description = "The same as --output csv.")
    boolean csv;
}
