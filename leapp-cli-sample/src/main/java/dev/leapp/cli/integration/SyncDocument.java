package dev.leapp.cli.integration;

import dev.leapp.cli.find.SessionFacts;
import dev.leapp.core.integration.Listing.Unlisted;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.core.integration.SyncPlan.Added;
import dev.leapp.core.integration.SyncPlan.Changed;
import dev.leapp.core.integration.SyncPlan.Gone;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a sync did, or would do, for programs: all of it. */
final class SyncDocument {

    private SyncDocument() {}

    static Map<String, @Nullable Object> of(SyncPlan plan, boolean dryRun) {
        Map<String, @Nullable Object> document = new LinkedHashMap<>();
        document.put("dryRun", dryRun);
        document.put("listedAt", plan.listing().listedAt());
        document.put("accounts", plan.listing().accounts().size());
        document.put("added", plan.added().stream().map(SyncDocument::added).toList());
        document.put(
                "changed", plan.changed().stream().map(SyncDocument::changed).toList());
        document.put("gone", plan.gone().stream().map(SyncDocument::gone).toList());
        document.put("unchanged", plan.unchanged());
        document.put(
                "unlisted",
                plan.listing().unlisted().stream().map(SyncDocument::unlisted).toList());
        return document;
    }

    private static Map<String, @Nullable Object> added(Added added) {
        Map<String, @Nullable Object> one = session(added.session());
        one.put("profile", added.profile().isEmpty() ? null : added.profile());
        one.put("notes", added.notes());
        return one;
    }

    private static Map<String, @Nullable Object> changed(Changed changed) {
        Map<String, @Nullable Object> one = session(changed.after());
        one.put("changes", changed.changes());
        return one;
    }

    private static Map<String, @Nullable Object> gone(Gone gone) {
        Map<String, @Nullable Object> one = session(gone.session());
        one.put("newly", gone.newly());
        one.put("deleted", gone.deleted());
        one.put(
                "orphanedSince",
                gone.session().origin().flatMap(SessionOrigin::orphanedSince).orElse(null));
        List<Map<String, @Nullable Object>> dependents =
                gone.dependents().stream().map(SyncDocument::session).toList();
        one.put("dependents", dependents);
        return one;
    }

    private static Map<String, @Nullable Object> session(Session session) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("id", session.id());
        one.put("name", session.name());
        one.put("account", SessionFacts.account(session).orElse(null));
        one.put("role", SessionFacts.role(session).orElse(null));
        return one;
    }

    private static Map<String, @Nullable Object> unlisted(Unlisted unlisted) {
        Map<String, @Nullable Object> one = new LinkedHashMap<>();
        one.put("account", unlisted.account().id());
        one.put("name", unlisted.account().name());
        one.put("reason", unlisted.reason());
        one.put("failed", unlisted.failed());
        return one;
    }
}
