package dev.leapp.cli.session;

import dev.leapp.cli.find.Query;
import dev.leapp.cli.find.SessionFacts;
import dev.leapp.cli.output.Column;
import dev.leapp.cli.output.Column.Shown;
import dev.leapp.cli.output.Style;
import dev.leapp.cli.output.TableOptions;
import dev.leapp.cli.output.Times;
import dev.leapp.cli.run.Context;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Standing;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code leapp session list}. */
@Command(
        name = "list",
        description = {
            "Show the sessions, favourites first.",
            "A filter may also be terms that all must fit: words are looked for in the name, others have a key"
                    + " (name, type, status, region, profile, account, role, tag, chain, integration, is, id), as in tag:prod;"
                    + " values may have * and ?; - before a term turns it around; favourite stands for favourites, is:orphaned"
                    + " for what is gone from its integration."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session list",
            "  leapp session list --filter 'tag:prod role:Admin region:eu-* -ops'",
            "  leapp session list --filter favourite",
            "  leapp session list --filter 'integration:corp -is:orphaned'",
            "  leapp session list --filter 'Status=^active' --sort Expires",
            "  leapp session list --output json"
        })
final class ListCommand implements Runnable {

    private static final String SAME = "(same)";

    private final Context context;

    @Mixin
    TableOptions options;

    ListCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        List<SessionView> sessions = context.engine().sessions().list().stream()
                .sorted(Comparator.comparing(view -> !view.session().isFavourite()))
                .toList();
        Map<IntegrationId, String> names = integrations(sessions);
        boolean marked = context.io().tty().out()
                && sessions.stream().anyMatch(view -> view.session().isFavourite());
        context.out()
                .list(
                        sessions,
                        columns(context.times(), marked ? mark() : "", names),
                        options,
                        new Query(names)::parse,
                        "there are no sessions; 'leapp session add' adds one");
    }

    /** Only looked at where a session comes from one. */
    private Map<IntegrationId, String> integrations(List<SessionView> sessions) {
        if (sessions.stream().allMatch(view -> view.session().origin().isEmpty())) {
            return Map.of();
        }
        return context.engine().workspaces().read().integrations().stream()
                .collect(Collectors.toMap(Integration::id, Integration::alias));
    }

    private String mark() {
        return context.io().unicode() ? "★ " : "* ";
    }

    static List<Column<SessionView>> columns(Times times) {
        return columns(times, "", Map.of());
    }

    /** With a mark, favourites have it before their name, and the names of the others are lined up with them. */
    private static List<Column<SessionView>> columns(
            Times times, String mark, Map<IntegrationId, String> integrations) {
        return List.of(
                Column.<SessionView>of("id", "ID", view -> view.session().id()).whenExtended(),
                Column.<SessionView>of(
                                "name", "Session Name", view -> view.session().name())
                        .showing(view ->
                                plain(marked(view, mark) + view.session().name()))
                        .narrowly("Name"),
                Column.of("type", "Type", view -> view.session().type()),
                Column.<SessionView>of(
                                "profile",
                                "Named Profile",
                                view -> view.profileName().orElse(null))
                        .narrowly("Profile")
                        .narrowlyShowing(view -> plain(shortProfile(view))),
                Column.<SessionView>of(
                                "region",
                                "Region/Location",
                                view -> view.session().region())
                        .narrowly("Region"),
                Column.<SessionView>of("status", "Status", SessionView::status).showing(ListCommand::status),
                Column.<SessionView>of(
                                "expiresAt", "Expires", view -> view.expiresAt().orElse(null))
                        .showing(view -> plain(end(view, times))),
                Column.<SessionView>of(
                                "leasedUntil",
                                "Leased Until",
                                view -> view.leasedUntil().orElse(null))
                        .showing(
                                view -> plain(view.leasedUntil().map(times::say).orElse("-")))
                        .whenExtended(),
                Column.<SessionView>of(
                                "chain", "Chain", view -> view.session().chain().orElse(null))
                        .whenExtended(),
                Column.<SessionView>of(
                                "role",
                                "Role",
                                view -> SessionFacts.role(view.session()).orElse(null))
                        .whenExtended(),
                Column.<SessionView>of(
                                "favourite", "Favourite", view -> view.session().isFavourite())
                        .showing(view -> plain(view.session().isFavourite() ? "yes" : "-"))
                        .whenExtended(),
                Column.<SessionView>of("integration", "Integration", view -> integration(view.session(), integrations))
                        .whenExtended(),
                Column.<SessionView>of(
                                "orphanedSince",
                                "Orphaned Since",
                                view -> orphanedSince(view.session()).orElse(null))
                        .showing(view -> plain(
                                orphanedSince(view.session()).map(times::say).orElse("-")))
                        .whenExtended(),
                Column.<SessionView>of("tags", "Tags", view -> view.session().tags())
                        .showing(view -> plain(shownTags(view)))
                        .whenExtended(),
                Column.<SessionView>of(
                                "lastStartedAt",
                                "Last Started",
                                view -> view.session().lastStartedAt().orElse(null))
                        .showing(view -> plain(
                                view.session().lastStartedAt().map(times::say).orElse("-")))
                        .whenExtended(),
                Column.<SessionView>of(
                                "standing", "Standing", view -> view.standing().orElse(null))
                        .showing(view ->
                                plain(view.standing().map(ListCommand::inWords).orElse("-")))
                        .whenExtended(),
                Column.<SessionView>of("lastFailure", "Last Failure", SessionResults::failure)
                        .showing(view -> plain(view.lastFailure()
                                .map(failure -> failure.message())
                                .orElse("-")))
                        .whenExtended());
    }

    /** What comes first: the end of the credentials or that of the lease. */
    private static String end(SessionView view, Times times) {
        return view.leasedUntil()
                .filter(lease -> view.expiresAt().map(lease::isBefore).orElse(true))
                .map(lease -> times.say(lease) + " (lease)")
                .or(() -> view.expiresAt().map(times::say))
                .orElse("-");
    }

    private static String marked(SessionView view, String mark) {
        return view.session().isFavourite() ? mark : " ".repeat(mark.length());
    }

    /** Synced sessions are called as their profiles: to read it once is enough where there is little room. */
    private static String shortProfile(SessionView view) {
        boolean synced = view.session().origin().isPresent();
        return view.profileName()
                .map(profile -> synced && profile.equals(view.session().name()) ? SAME : profile)
                .orElse("-");
    }

    private static String shownTags(SessionView view) {
        String tags = SessionFacts.tags(view.session());
        return tags.isEmpty() ? "-" : tags;
    }

    private static Shown plain(String text) {
        return new Shown(text, Style.PLAIN);
    }

    private static String inWords(Standing standing) {
        return switch (standing) {
            case INTACT -> "as leapp wrote it";
            case CHANGED -> "changed by another program";
            case MISSING -> "removed by another program";
            case UNRECORDED -> "not written by leapp";
            case UNKNOWN -> "can't be told";
        };
    }

    private static Shown status(SessionView view) {
        Optional<Standing> broken = view.standing().filter(Standing::isBroken);
        if (broken.isPresent()) {
            return new Shown(view.status() + " (" + broken.get() + ")", Style.BAD);
        }
        if (view.lastFailure().isPresent()) {
            return new Shown(view.status() + " (not rotated)", Style.BAD);
        }
        if (SessionFacts.isOrphaned(view.session())) {
            boolean plainly = view.status() == SessionStatus.INACTIVE;
            return new Shown(plainly ? "orphaned" : view.status() + " (orphaned)", Style.BAD);
        }
        return new Shown(view.status().toString(), style(view.status()));
    }

    private static @Nullable String integration(Session session, Map<IntegrationId, String> names) {
        return session.origin()
                .map(SessionOrigin::integration)
                .map(id -> names.getOrDefault(id, id.value()))
                .orElse(null);
    }

    private static Optional<Instant> orphanedSince(Session session) {
        return session.origin().flatMap(SessionOrigin::orphanedSince);
    }

    private static Style style(SessionStatus status) {
        return switch (status) {
            case ACTIVE -> Style.GOOD;
            case PENDING -> Style.BUSY;
            case EXPIRED, INTERRUPTED, LEASE_OVER -> Style.BAD;
            case INACTIVE -> Style.FAINT;
        };
    }
}
