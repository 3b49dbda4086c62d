package dev.leapp.cli.integration;

import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Context;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.SyncPlan;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Tells what a sync did, or would do: people get a table and a line, programs a document.
 *
 * @param context the run
 * @param options how the table looks
 * @param view the integration
 * @param dryRun whether nothing is done
 * @param all whether a long table is not shortened
 */
record SyncReport(Context context, TableOptions options, IntegrationView view, boolean dryRun, boolean all) {

    private static final int SHOWN = 20;

    private static final List<Column<SyncRow>> COLUMNS = List.of(
            Column.<SyncRow>of("change", "Change", SyncRow::kind)
                    .showing(row -> new Shown(row.kind().sign(), row.kind().style())),
            Column.of("session", "Session", SyncRow::session),
            Column.<SyncRow>of("id", "ID", SyncRow::id).whenExtended(),
            Column.<SyncRow>of("account", "Account", SyncRow::account).whenExtended(),
            Column.<SyncRow>of("role", "Role", SyncRow::role).whenExtended(),
            Column.<SyncRow>of("details", "Details", SyncRow::details)
                    .showing(row -> new Shown(row.details(), Style.PLAIN)));

    /** Shows people what they are asked about; programs get one document, when it is done. */
    void showBeforehand(SyncPlan plan) {
        if (context.out().isTable(options)) {
            table(plan);
        }
    }

    /** Tells what came of it; people have seen the table. */
    void tellAfterwards(SyncPlan plan) {
        if (context.out().isTable(options)) {
            tell(plan);
        } else {
            showAndTell(plan);
        }
    }

    void showAndTell(SyncPlan plan) {
        if (context.out().isTable(options)) {
            table(plan);
            tell(plan);
            return;
        }
        if (context.out().format() == OutputFormat.JSON) {
            document(plan);
        } else {
            List<SyncRow> rows = Stream.concat(SyncRow.of(plan).stream(), SyncRow.failed(plan).stream())
                    .toList();
            context.out().list(rows, COLUMNS, options, "");
        }
        tellIfNothingIsThere(plan);
        requireAllListed(plan, view);
    }

    /** Who is told of no account at all is probably not told of those that there are; so nothing is gone. */
    private void tellIfNothingIsThere(SyncPlan plan) {
        if (plan.listing().accounts().isEmpty() && plan.unchanged() > 0) {
            context.out()
                    .remark("! '" + view.integration().alias() + "' lists no account at all; its "
                            + Numbers.of(plan.unchanged(), "session") + " stay as they are");
            context.out()
                    .note(IntegrationViews.command("login", view.integration())
                            + " logs somebody else in; 'leapp integration delete' removes the sessions, too");
        }
    }

    /** Fails if an account could not be listed, though all else is done. */
    static void requireAllListed(SyncPlan plan, IntegrationView view) {
        List<SyncRow> failed = SyncRow.failed(plan);
        if (!failed.isEmpty()) {
            throw new LeappException(
                    CoreErrorCode.UNREACHABLE,
                    Numbers.of(failed.size(), "account") + " could not be listed: " + names(failed)
                            + "; their sessions stay as they were",
                    IntegrationViews.command("sync", view.integration()) + " asks for them again");
        }
    }

    private static String names(List<SyncRow> accounts) {
        return Numbers.names(accounts.stream().map(SyncRow::session).toList());
    }

    private void table(SyncPlan plan) {
        List<SyncRow> rows = SyncRow.of(plan);
        if (!rows.isEmpty()) {
            boolean shortened = context.io().tty().out() && !all;
            context.out().list(shortened ? SyncRow.shortened(rows, SHOWN) : rows, COLUMNS, options, "");
        }
    }

    private void tell(SyncPlan plan) {
        context.out().raw(SyncSummary.of(plan, dryRun));
        List<SyncRow> failed = SyncRow.failed(plan);
        failed.stream().limit(SHOWN).forEach(row -> context.out().remark("! " + said(row)));
        hint(plan).ifPresent(context.out()::note);
        tellIfNothingIsThere(plan);
        requireAllListed(plan, view);
    }

    private static String said(SyncRow row) {
        return "account " + row.session() + " (" + row.account() + ") not listed: " + row.details();
    }

    private Optional<String> hint(SyncPlan plan) {
        boolean orphans = plan.gone().stream().anyMatch(gone -> !gone.deleted());
        return orphans
                ? Optional.of("orphaned sessions are gone upstream; "
                        + IntegrationViews.command("sync", view.integration(), "--prune") + " deletes them")
                : Optional.empty();
    }

    private void document(SyncPlan plan) {
        Result result = new Result("")
                .with("integration", view.integration().alias())
                .with("id", view.integration().id());
        SyncDocument.of(plan, dryRun).forEach(result::with);
        context.out().result(result);
    }
}
