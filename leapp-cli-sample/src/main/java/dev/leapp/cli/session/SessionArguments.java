package dev.leapp.cli.session;

import dev.leapp.cli.completion.SessionNames;
import dev.leapp.cli.find.Glob;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionView;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which sessions a command is about: several named ones, all that fit a glob, or one as in {@link SessionArgument}. */
final class SessionArguments {

    private static final int NAMED_IN_QUESTION = 10;

    @Parameters(
            index = "0..*",
            paramLabel = "NAME",
            completionCandidates = SessionNames.class,
            description = "The session's name, its id, or a unique beginning of its id. * and ? stand for any text and"
                    + " any character and may fit several; quote them: 'dev-*'.")
    List<String> names = new ArrayList<>();

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
        return !names.isEmpty() || id != null;
    }

    /** Returns the one session, chosen from a list if none is named. */
    SessionView one(Context context, String action, Predicate<SessionView> offered) {
        SessionArgument argument = new SessionArgument();
        argument.name = names.isEmpty() ? null : names.get(0);
        argument.id = id;
        argument.role = role;
        return argument.find(context, action, offered);
    }

    /**
     * Returns the sessions where several are named, or a glob that may fit several; the user agrees to those of a glob.
     *
     * @param context the run
     * @param action what it is for, such as {@code start}
     * @param offered which of those that fit a glob it makes sense for
     * @param yes whether the user agreed beforehand
     * @return the sessions, empty if one was named or none
     */
    Optional<List<SessionView>> several(Context context, String action, Predicate<SessionView> offered, boolean yes) {
        if (id != null || names.isEmpty() || (names.size() == 1 && !Glob.isGlob(names.get(0)))) {
            return Optional.empty();
        }
        List<SessionView> all = context.engine().sessions().list();
        if (names.size() == 1 && isName(names.get(0), all)) {
            return Optional.empty();
        }
        Map<SessionId, SessionView> chosen = named(context, all);
        List<SessionView> fitting = fitting(all).stream()
                .filter(offered)
                .filter(view -> !chosen.containsKey(view.session().id()))
                .toList();
        agree(context, action, fitting, yes);
        fitting.forEach(view -> chosen.put(view.session().id(), view));
        return Optional.of(List.copyOf(chosen.values()));
    }

    private Map<SessionId, SessionView> named(Context context, List<SessionView> all) {
        Map<SessionId, SessionView> named = new LinkedHashMap<>();
        for (String name : names) {
            if (!Glob.isGlob(name) || isName(name, all)) {
                SessionView view = context.engine().sessions().find(name);
                named.put(view.session().id(), view);
            }
        }
        return named;
    }

    private List<SessionView> fitting(List<SessionView> all) {
        return names.stream()
                .filter(name -> Glob.isGlob(name) && !isName(name, all))
                .flatMap(glob -> fitting(glob, all).stream())
                .distinct()
                .toList();
    }

    private static boolean isName(String text, List<SessionView> all) {
        return all.stream().anyMatch(view -> view.session().name().equals(text));
    }

    private static List<SessionView> fitting(String glob, List<SessionView> all) {
        Glob pattern = Glob.of(glob);
        List<SessionView> fitting = all.stream()
                .filter(view -> pattern.matches(view.session().name()))
                .toList();
        if (fitting.isEmpty()) {
            throw new SessionException(
                    CoreErrorCode.SESSION_NOT_FOUND,
                    "No session's name fits '" + glob + "'",
                    "'leapp session list' shows the sessions");
        }
        return fitting;
    }

    private static void agree(Context context, String action, List<SessionView> fitting, boolean yes) {
        if (yes || fitting.size() < 2) {
            return;
        }
        if (!context.ask().interactive()) {
            throw Usage.error(
                    fitting.size() + " sessions fit: " + names(fitting) + "; nothing was done",
                    "--yes says to " + action + " them all");
        }
        if (!context.ask()
                .confirm("These " + fitting.size() + " sessions: " + names(fitting) + ". " + capital(action)
                        + " them?")) {
            throw new LeappException(CoreErrorCode.CANCELLED, "Nothing was done", null);
        }
    }

    private static String names(List<SessionView> views) {
        String names = views.stream()
                .limit(NAMED_IN_QUESTION)
                .map(view -> view.session().name())
                .collect(Collectors.joining(", "));
        int more = views.size() - NAMED_IN_QUESTION;
        return more > 0 ? names + " and " + more + " more" : names;
    }

    private static String capital(String word) {
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }
}
