package dev.leapp.cli.session;

import dev.leapp.cli.completion.SessionNames;
import dev.leapp.cli.find.SessionFacts;
import dev.leapp.cli.pick.Choice;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.SessionView;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which session a command is about: named, or chosen from a list on a terminal. */
final class SessionArgument {

    private static final Comparator<SessionView> LIKELIEST_FIRST = Comparator.<SessionView, Boolean>comparing(
                    view -> !view.session().isFavourite())
            .thenComparing(view -> view.session().lastStartedAt().orElse(Instant.MIN), Comparator.reverseOrder());

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            completionCandidates = SessionNames.class,
            description = "The session's name, its id, or a unique beginning of its id.")
    @Nullable
    String name;

    @Option(
            names = {"--session-id", "--sessionId"},
            hidden = true)
    @Nullable
    String id;

    @Option(
            names = {"--session-role", "--sessionRole"},
            hidden = true)
    @Nullable
    String role;

    boolean isGiven() {
        return name != null || id != null;
    }

    /**
     * Returns the session.
     *
     * @param context the run
     * @param action what it is for, such as {@code start}
     * @param offered which sessions make sense in a list
     */
    SessionView find(Context context, String action, Predicate<SessionView> offered) {
        if (name != null && id != null) {
            throw Usage.error("Give a session by its name or by --sessionId, not both", null);
        }
        String reference = id != null ? id : name;
        if (reference != null) {
            return role == null ? context.engine().sessions().find(reference) : byRole(context, reference, role);
        }
        if (!context.ask().interactive()) {
            throw Usage.error("Which session? Give its name or id", "'leapp session list' shows them");
        }
        return choose(context, action, offered);
    }

    private static SessionView byRole(Context context, String reference, String role) {
        List<SessionView> fitting = context.engine().sessions().list().stream()
                .filter(view -> view.session().name().equals(reference))
                .filter(view ->
                        SessionFacts.role(view.session()).map(role::equals).orElse(true))
                .toList();
        return fitting.size() == 1
                ? fitting.get(0)
                : context.engine().sessions().find(reference);
    }

    private static SessionView choose(Context context, String action, Predicate<SessionView> offered) {
        List<SessionView> all = context.engine().sessions().list();
        List<SessionView> fitting = all.stream().filter(offered).toList();
        if (fitting.isEmpty()) {
            throw new LeappException(
                    CoreErrorCode.SESSION_NOT_FOUND,
                    "There is no session to " + action,
                    all.isEmpty() ? "'leapp session add' adds one" : "'leapp session list' shows them all");
        }
        return context.ask()
                .choose(
                        "Session to " + action,
                        fitting.stream()
                                .sorted(LIKELIEST_FIRST)
                                .map(view -> new Choice<>(view, view.session().name(), details(view)))
                                .toList());
    }

    private static String details(SessionView view) {
        return view.session().type()
                + view.profileName().map(profile -> ", profile " + profile).orElse("") + ", " + view.status()
                + (view.session().isFavourite() ? ", favourite" : "");
    }
}
