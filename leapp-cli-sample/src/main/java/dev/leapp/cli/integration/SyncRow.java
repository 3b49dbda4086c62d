package dev.leapp.cli.integration;

import dev.leapp.cli.find.SessionFacts;
import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing that a sync changes, as a list shows it.
 *
 * @param kind what happens
 * @param session the session's name, or what stands in its place
 * @param id its id, or null
 * @param account its account, or null
 * @param role its role, or null
 * @param details what to know of it, may be empty
 */
record SyncRow(
        Kind kind,
        String session,
        @Nullable Object id,
        @Nullable String account,
        @Nullable String role,
        String details) {

    /** What happens to a session. */
    enum Kind {
        ADDED("+", Style.GOOD),
        CHANGED("~", Style.BUSY),
        ORPHANED("-", Style.BAD),
        DELETED("-", Style.BAD),
        FAILED("!", Style.BAD);

        private final String sign;
        private final Style style;

        Kind(String sign, Style style) {
            this.sign = sign;
            this.style = style;
        }

        String sign() {
            return sign + " " + this;
        }

        Style style() {
            return style;
        }

        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    static List<SyncRow> of(SyncPlan plan) {
        return Stream.of(
                        plan.added().stream().map(SyncRow::of),
                        plan.changed().stream().map(SyncRow::of),
                        plan.gone().stream()
                                .filter(gone -> gone.newly() || gone.deleted())
                                .map(SyncRow::of))
                .flatMap(rows -> rows)
                .toList();
    }

    /** The accounts that could not be listed. */
    static List<SyncRow> failed(SyncPlan plan) {
        return plan.listing().unlisted().stream()
                .filter(Unlisted::failed)
                .map(each -> new SyncRow(
                        Kind.FAILED, each.account().name(), null, each.account().id(), null, each.reason()))
                .toList();
    }

    /** Keeps the first few of each kind, and says how many more there are. */
    static List<SyncRow> shortened(List<SyncRow> rows, int most) {
        List<SyncRow> kept = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            List<SyncRow> some = rows.stream().filter(row -> row.kind() == kind).toList();
            if (some.size() <= most) {
                kept.addAll(some);
            } else {
                kept.addAll(some.subList(0, most));
                String more = "and " + Numbers.say(some.size() - most) + " more";
                kept.add(new SyncRow(kind, more, null, null, null, "--all shows them"));
            }
        }
        return kept;
    }

    private static SyncRow of(Added added) {
        Session session = added.session();
        List<String> details = new ArrayList<>();
        if (!added.profile().isEmpty() && !added.profile().equals(session.name())) {
            details.add("profile " + added.profile());
        }
        details.addAll(added.notes());
        return row(Kind.ADDED, session, String.join("; ", details));
    }

    private static SyncRow of(Changed changed) {
        return row(Kind.CHANGED, changed.after(), String.join("; ", changed.changes()));
    }

    private static SyncRow of(Gone gone) {
        String hanging = gone.dependents().isEmpty() ? "" : Confirmation.names(gone.dependents());
        if (gone.deleted()) {
            return row(Kind.DELETED, gone.session(), hanging.isEmpty() ? "" : "and with it " + hanging);
        }
        return row(
                Kind.ORPHANED,
                gone.session(),
                "gone upstream" + (hanging.isEmpty() ? "" : "; " + hanging + " hangs on it"));
    }

    private static SyncRow row(Kind kind, Session session, String details) {
        return new SyncRow(
                kind,
                session.name(),
                session.id(),
                SessionFacts.account(session).orElse(null),
                SessionFacts.role(session).orElse(null),
                details);
    }
}
