package dev.leapp.cli.output;

import dev.leapp.cli.io.Io;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Writes results to standard output, and remarks to standard error. */
public final class Output {

    private static final int UNLIMITED = Integer.MAX_VALUE / 2;

    private final Io io;
    private final OutputFormat format;

    /**
     * Writes in one format.
     *
     * @param io where to
     * @param format how
     */
    public Output(Io io, OutputFormat format) {
        this.io = io;
        this.format = format;
    }

    /** Returns the format that was asked for. */
    public OutputFormat format() {
        return format;
    }

    /** Tells whether a list is written for people rather than for programs. */
    public boolean isTable(TableOptions options) {
        return format == OutputFormat.TABLE && !options.csv;
    }

    /** Writes one result. */
    public void result(Result result) {
        switch (format) {
            case TABLE -> io.out().println(TextWidth.printableLines(result.sentence()));
            case JSON -> io.out().println(Json.pretty(result.values()));
            case CSV -> {
                io.out().println(Csv.line(List.copyOf(result.values().keySet())));
                io.out().println(Csv.line(new ArrayList<>(result.values().values())));
            }
        }
    }

    /** Writes what just happened as one line, so that a program can read it while the next one is awaited. */
    public void event(Result event) {
        io.out().println(line(event));
        io.out().flush();
    }

    /** Writes what just happened as one line to standard error, where standard output has something else. */
    public void log(Result event) {
        io.err().println(line(event));
    }

    private String line(Result event) {
        return switch (format) {
            case TABLE -> TextWidth.printable(event.sentence());
            case JSON -> Json.compact(event.values());
            case CSV -> Csv.line(new ArrayList<>(event.values().values()));
        };
    }

    /** Writes a line as it is, in every format. */
    public void raw(String line) {
        io.out().println(line);
    }

    /**
     * Writes a list.
     *
     * @param <T> what a row shows
     * @param given the rows
     * @param columns all columns that there are
     * @param options which of them, and how
     * @param whenEmpty what to tell somebody who looks at an empty list
     */
    public <T> void list(List<T> given, List<Column<T>> columns, TableOptions options, String whenEmpty) {
        Function<String, Predicate<T>> none = filter -> {
            throw Listing.noQuery(filter);
        };
        list(given, columns, options, none, whenEmpty);
    }

    /**
     * Writes a list whose rows can also be asked for otherwise than by columns.
     *
     * @param <T> what a row shows
     * @param given the rows
     * @param columns all columns that there are
     * @param options which of them, and how
     * @param query reads a filter that names no column
     * @param whenEmpty what to tell somebody who looks at an empty list
     */
    public <T> void list(
            List<T> given,
            List<Column<T>> columns,
            TableOptions options,
            Function<String, Predicate<T>> query,
            String whenEmpty) {
        Listing<T> listing = new Listing<>(columns, options, query);
        List<T> rows = listing.rows(given);
        switch (options.csv ? OutputFormat.CSV : format) {
            case JSON -> json(rows, listing.columns(true));
            case CSV -> csv(rows, listing.columns(true), options.noHeader);
            case TABLE -> {
                List<Column<T>> shown = listing.columns(false);
                if (rows.isEmpty()) {
                    note(given.isEmpty() ? whenEmpty : "nothing matches the filter");
                } else {
                    table(rows, shown, options);
                }
            }
        }
    }

    /** Tells somebody at the terminal something that is no result. */
    public void note(String sentence) {
        if (io.tty().err()) {
            remark(sentence);
        }
    }

    /** Tells something that matters also in a log. */
    public void remark(String sentence) {
        if (format == OutputFormat.JSON) {
            io.err().println(Json.compact(Map.of("note", sentence)));
        } else {
            TextWidth.wrap("leapp: " + TextWidth.printable(sentence), io.roomOnErr(), "       ")
                    .forEach(io.err()::println);
        }
    }

    private <T> void json(List<T> rows, List<Column<T>> columns) {
        List<Map<String, @Nullable Object>> objects = new ArrayList<>();
        for (T row : rows) {
            Map<String, @Nullable Object> object = new LinkedHashMap<>();
            columns.forEach(column -> object.put(column.key(), column.value().apply(row)));
            objects.add(object);
        }
        io.out().println(Json.pretty(objects));
    }

    private <T> void csv(List<T> rows, List<Column<T>> columns, boolean noHeader) {
        if (!noHeader) {
            io.out().println(Csv.line(columns.stream().map(Column::header).toList()));
        }
        for (T row : rows) {
            List<@Nullable Object> cells = new ArrayList<>();
            columns.forEach(column -> cells.add(column.value().apply(row)));
            String line = Csv.line(cells);
            io.out().println(io.tty().out() ? TextWidth.printable(line) : line);
        }
    }

    private <T> void table(List<T> rows, List<Column<T>> columns, TableOptions options) {
        int room = io.tty().out() && !options.noTruncate ? io.width().getAsInt() : UNLIMITED;
        Table full = table(headers(columns, Column::header, options), cells(rows, columns, Column::shown));
        Table table = full.width() <= room
                ? full
                : table(headers(columns, Column::narrowHeader, options), cells(rows, columns, Column::narrowlyShown));
        table.lines(room).forEach(io.out()::println);
    }

    private static <T> List<List<Column.Shown>> cells(
            List<T> rows, List<Column<T>> columns, Function<Column<T>, Function<T, Column.Shown>> which) {
        return rows.stream()
                .map(row -> columns.stream()
                        .map(column -> which.apply(column).apply(row))
                        .toList())
                .toList();
    }

    private Table table(List<List<Column.Shown>> headers, List<List<Column.Shown>> cells) {
        Table table = new Table(io.colours(), io.unicode());
        headers.forEach(table::row);
        cells.forEach(table::row);
        return table;
    }

    private static <T> List<List<Column.Shown>> headers(
            List<Column<T>> columns, Function<Column<T>, String> header, TableOptions options) {
        return options.noHeader
                ? List.of()
                : List.of(columns.stream()
                        .map(column -> new Column.Shown(header.apply(column), Style.BOLD))
                        .toList());
    }
}
