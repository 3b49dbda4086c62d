package dev.leapp.cli.integration;

import dev.leapp.cli.output.Numbers;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.run.Confirmation;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.cli.run.Yes;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.IntegrationView;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncOptions;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.session.Session;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code leapp integration sync}. */
@Command(
        name = "sync",
        description = {
            "Bring the sessions that an integration has for you, and show what changed.",
            "What you changed in a session stays; a renamed account keeps its sessions. What is gone upstream is"
                    + " marked as orphaned, and deleted only with --prune. An interrupted sync is taken up again."
        },
        footer = {
            "",
            "Examples:",
            "  leapp integration sync corp",
            "  leapp integration sync corp --dry-run --output json",
            "  leapp integration sync corp --account 'prod-*' --role ReadOnly",
            "  leapp integration sync corp --prune --yes"
        })
final class SyncCommand implements Runnable {

    private final Context context;

    @Mixin
    IntegrationArgument which;

    @Option(names = "--dry-run", description = "Show what would change, and change nothing.")
    boolean dryRun;

    @Option(
            names = "--account",
            paramLabel = "GLOB",
            description = "Only accounts whose id or name fits, such as 'prod-*'; may be given again.")
    List<String> accounts = new ArrayList<>();

    @Option(
            names = "--role",
            paramLabel = "GLOB",
            description = "Only roles whose name fits; may be given again. What is left out stays as it is.")
    List<String> roles = new ArrayList<>();

    @Option(
            names = "--prune",
            description = "Delete sessions that are gone upstream, and those that hang on them; asks first.")
    boolean prune;

    @Option(names = "--fresh", description = "Begin anew, though the last sync was interrupted.")
    boolean fresh;

    @Option(names = "--all", description = "Show all that changes, on a terminal too.")
    boolean all;

    @Mixin
    Yes yes;

    @Mixin
    TableOptions table;

    SyncCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Integrations integrations = context.engine().integrations();
        IntegrationView view = which.find(context, "sync");
        SyncOptions options = SyncOptions.builder()
                .accounts(accounts)
                .roles(roles)
                .prune(prune)
                .afresh(fresh)
                .build();
        Listing listing = integrations.list(view.integration().id(), options);
        SyncReport report = new SyncReport(context, table, view, dryRun, all);
        SyncPlan plan = integrations.plan(listing, options);
        boolean asks = !dryRun && deletes(plan) && !yes.given();
        if (asks) {
            agree(plan, report);
        }
        SyncPlan done = dryRun ? plan : done(plan, options);
        if (asks) {
            report.tellAfterwards(done);
        } else {
            report.showAndTell(done);
        }
    }

    /** Unless all may go unasked, nothing goes but what was shown. */
    private SyncPlan done(SyncPlan plan, SyncOptions options) {
        Integrations integrations = context.engine().integrations();
        return prune && !yes.given() ? integrations.sync(plan, options) : integrations.sync(plan.listing(), options);
    }

    private static boolean deletes(SyncPlan plan) {
        return plan.gone().stream().anyMatch(SyncPlan.Gone::deleted);
    }

    private void agree(SyncPlan plan, SyncReport report) {
        String sessions = inWords(plan);
        if (!context.ask().interactive()) {
            throw Usage.error("--prune would delete " + sessions + "; nothing was done", "--yes says that you mean it");
        }
        report.showBeforehand(plan);
        if (!context.ask().confirm("Delete " + sessions + "?")) {
            throw new LeappException(CoreErrorCode.CANCELLED, "Nothing was changed", null);
        }
    }

    private static String inWords(SyncPlan plan) {
        List<Session> gone = plan.gone().stream()
                .filter(SyncPlan.Gone::deleted)
                .map(SyncPlan.Gone::session)
                .toList();
        List<Session> hanging = plan.gone().stream()
                .filter(SyncPlan.Gone::deleted)
                .flatMap(each -> each.dependents().stream())
                .distinct()
                .filter(each -> !gone.contains(each))
                .toList();
        return Stream.of(said(gone, "session", ""), said(hanging, "session", " that hang on them"))
                .filter(words -> !words.isEmpty())
                .reduce((one, other) -> one + ", and " + other)
                .orElse("nothing");
    }

    private static String said(List<Session> sessions, String word, String which) {
        return sessions.isEmpty()
                ? ""
                : Numbers.of(sessions.size(), word) + which + " (" + Confirmation.names(sessions) + ")";
    }
}
