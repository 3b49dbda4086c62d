package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportEntry.Difference;
import dev.leapp.core.workspace.ImportPlan;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Shows the plan of an import, and tells what came of it. */
final class PlanTable {

    private static final List<Column<ImportEntry>> COLUMNS = List.of(
            Column.of("kind", "Kind", ImportEntry::kind),
            Column.of("name", "Name", ImportEntry::name),
            Column.<ImportEntry>of("action", "Action", ImportEntry::action)
                    .showing(entry -> new Shown(entry.action().toString(), style(entry.action()))),
            Column.<ImportEntry>of("why", "Why", PlanTable::why).showing(entry -> new Shown(why(entry), Style.PLAIN)),
            Column.<ImportEntry>of("id", "ID", entry -> entry.id().orElse(null)).whenExtended(),
            Column.<ImportEntry>of("differences", "Differences", PlanTable::differences)
                    .showing(entry ->
                            new Shown(String.valueOf(entry.differences().size()), Style.PLAIN))
                    .whenExtended());

    private final Context context;
    private final TableOptions options;

    PlanTable(Context context, TableOptions options) {
        this.context = context;
        this.options = options;
    }

    void show(ImportPlan plan) {
        context.out().list(plan.entries(), COLUMNS, options, "there is nothing to import");
    }

    /** Shows people what they are asked about; programs get one document, when it is done. */
    void showBeforehand(ImportPlan plan) {
        if (isForPeople()) {
            show(plan);
        }
    }

    void showAfterwards(ImportPlan plan) {
        if (!isForPeople()) {
            show(plan);
        }
    }

    void tell(ImportPlan plan, boolean done) {
        plan.remarks().forEach(context.out()::remark);
        String summary = summary(plan, done);
        if (isForPeople()) {
            context.out().raw(summary);
        } else {
            context.out().note(summary);
        }
    }

    static String summary(ImportPlan plan, boolean done) {
        String numbers = Stream.of(
                        number(plan, Action.ADD, done ? "added" : "to add"),
                        number(plan, Action.REPLACE, done ? "replaced" : "to replace"),
                        number(plan, Action.UNCHANGED, "unchanged"),
                        number(plan, Action.CONFLICT, done ? "kept in conflict" : "in conflict"),
                        number(plan, Action.REFUSED, "refused"))
                .filter(words -> !words.isEmpty())
                .collect(Collectors.joining(", "));
        return numbers.isEmpty() ? "nothing found" : numbers;
    }

    private boolean isForPeople() {
        return context.out().isTable(options);
    }

    private static String number(ImportPlan plan, Action action, String words) {
        long number = plan.count(action);
        return number == 0 ? "" : number + " " + words;
    }

    private static String why(ImportEntry entry) {
        List<String> words = new ArrayList<>();
        if (!entry.reason().isEmpty()) {
            words.add(entry.reason());
        }
        entry.differences().forEach(difference -> words.add(say(difference)));
        return String.join("; ", words);
    }

    private static String say(Difference difference) {
        if (difference.here().isEmpty() && difference.imported().isEmpty()) {
            return difference.field() + " differs";
        }
        return difference.field() + ": " + difference.here().orElse("none") + " -> "
                + difference.imported().orElse("none");
    }

    private static List<Map<String, @Nullable Object>> differences(ImportEntry entry) {
        List<Map<String, @Nullable Object>> all = new ArrayList<>();
        for (Difference difference : entry.differences()) {
            Map<String, @Nullable Object> one = new LinkedHashMap<>();
            one.put("field", difference.field());
            one.put("here", difference.here().orElse(null));
            one.put("imported", difference.imported().orElse(null));
            all.add(one);
        }
        return all;
    }

    private static Style style(Action action) {
        return switch (action) {
            case ADD -> Style.GOOD;
            case REPLACE -> Style.BUSY;
            case UNCHANGED -> Style.FAINT;
            case CONFLICT, REFUSED -> Style.BAD;
        };
    }
}
