package dev.leapp.cli.output;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Chooses columns and rows as {@link TableOptions} say. */
final class Listing<T> {

    private final List<Column<T>> all;
    private final TableOptions options;
    private final Function<String, Predicate<T>> query;

    Listing(List<Column<T>> all, TableOptions options, Function<String, Predicate<T>> query) {
        this.all = all;
        this.options = options;
        this.query = query;
    }

    /** Returns the columns to show; programs get all of them unless some are named. */
    List<Column<T>> columns(boolean forProgram) {
        if (!options.columns.isEmpty()) {
            return options.columns.stream().map(name -> column(name.strip())).toList();
        }
        return all.stream()
                .filter(column -> forProgram || options.extended || !column.extended())
                .toList();
    }

    List<T> rows(List<T> given) {
        Predicate<T> wanted = options.filters.stream().map(this::filter).reduce(row -> true, Predicate::and);
        List<T> kept = given.stream().filter(wanted).toList();
        return options.sort == null
                ? kept
                : kept.stream().sorted(order(options.sort)).toList();
    }

    private Predicate<T> filter(String filter) {
        int equals = filter.indexOf('=');
        int colon = filter.indexOf(':');
        if (equals < 1 || (colon >= 0 && colon < equals)) {
            return query.apply(filter);
        }
        boolean negated = filter.startsWith("-");
        Column<T> column = column(filter.substring(negated ? 1 : 0, equals).strip());
        Pattern pattern = pattern(filter.substring(equals + 1));
        return row -> negated != pattern.matcher(searchable(column, row)).find();
    }

    private static Pattern pattern(String regex) {
        try {
            return Pattern.compile(regex);
        } catch (PatternSyntaxException wrong) {
            throw usage("--filter has a malformed expression: " + wrong.getDescription());
        }
    }

    private static <T> String searchable(Column<T> column, T row) {
        Object value = column.value().apply(row);
        return value == null ? "" : value.toString();
    }

    private Comparator<T> order(String sort) {
        boolean down = sort.startsWith("-");
        Column<T> column = column(down ? sort.substring(1) : sort);
        Comparator<T> up = Comparator.comparing(row -> column.value().apply(row), Listing::compare);
        return down ? up.reversed() : up;
    }

    @SuppressWarnings("unchecked")
    private static int compare(@Nullable Object a, @Nullable Object b) {
        if (a == null || b == null) {
            return a == b ? 0 : a == null ? 1 : -1;
        }
        if (!(a instanceof String) && a instanceof Comparable<?> && a.getClass() == b.getClass()) {
            return ((Comparable<Object>) a).compareTo(b);
        }
        return a.toString().toLowerCase(Locale.ROOT).compareTo(b.toString().toLowerCase(Locale.ROOT));
    }

    private Column<T> column(String name) {
        return all.stream()
                .filter(column -> column.isNamed(name))
                .findFirst()
                .orElseThrow(() -> usage("There is no column '" + name + "'; there are "
                        + all.stream().map(Column::header).collect(Collectors.joining(", "))));
    }

    /** Makes the error of a filter that names no column where only columns can be asked for. */
    static LeappException noQuery(String filter) {
        return usage("--filter wants HEADER=REGEX, not '" + filter + "'");
    }

    private static LeappException usage(String message) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, message, null);
    }
}
