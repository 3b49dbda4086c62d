package dev.leapp.cli.integration;

import dev.leapp.cli.output.Numbers;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Gone;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Says in one line what a sync did, or would do. */
final class SyncSummary {

    private final List<String> words = new ArrayList<>();

    private SyncSummary() {}

    static String of(SyncPlan plan, boolean dryRun) {
        SyncSummary summary = new SyncSummary();
        if (plan.isEmpty()) {
            summary.words.add(dryRun ? "nothing to change" : "nothing changed");
        }
        summary.sessions(plan.added().size(), dryRun ? "to add" : "added");
        summary.sessions(plan.changed().size(), dryRun ? "to change" : "changed");
        summary.sessions(count(plan, gone -> gone.newly() && !gone.deleted()), "gone (orphaned)");
        summary.sessions(deleted(plan), dryRun ? "to delete" : "deleted");
        summary.sessions(count(plan, gone -> !gone.newly() && !gone.deleted()), "orphaned before");
        summary.sessions(plan.unchanged(), "unchanged");
        summary.accounts(plan, Unlisted::failed, "not listed");
        summary.accounts(plan, unlisted -> !unlisted.failed(), "left out");
        return String.join(", ", summary.words);
    }

    /** With those that hang on them, each once. */
    private static long deleted(SyncPlan plan) {
        return plan.gone().stream()
                .filter(Gone::deleted)
                .flatMap(gone -> Stream.concat(Stream.of(gone.session()), gone.dependents().stream()))
                .map(session -> session.id())
                .distinct()
                .count();
    }

    private static long count(SyncPlan plan, Predicate<Gone> which) {
        return plan.gone().stream().filter(which).count();
    }

    /** The first number says what it counts. */
    private void sessions(long number, String what) {
        boolean first = words.stream().noneMatch(word -> word.contains("session"));
        if (number > 0) {
            words.add((first ? Numbers.of(number, "session") : Numbers.say(number)) + " " + what);
        }
    }

    private void accounts(SyncPlan plan, Predicate<Unlisted> which, String what) {
        long number = plan.listing().unlisted().stream().filter(which).count();
        if (number > 0) {
            words.add(Numbers.of(number, "account") + " " + what);
        }
    }
}
