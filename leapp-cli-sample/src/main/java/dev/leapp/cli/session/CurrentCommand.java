package dev.leapp.cli.session;

import dev.leapp.cli.completion.ProfileNames;
import dev.leapp.cli.find.SessionFacts;
import dev.leapp.cli.output.Json;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.workspace.NamedProfile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leapp session current}. */
@Command(
        name = "current",
        description = {
            "Show the session that is active on a profile, as JSON.",
            "With a format that has fields in braces, such as {name}, show a line for each active session, or in a shell"
                    + " of 'leapp exec' for the sessions of that shell. Asks nobody, so it can be part of a prompt."
        },
        footer = {
            "",
            "Examples:",
            "  leapp session current -p ops",
            "  leapp session current -p ops -i -f \"alias roleArn\"",
            "  leapp session current --if-any --format '{name} {region} {expires}'"
        })
final class CurrentCommand implements Runnable {

    private static final Pattern SEPARATORS = Pattern.compile("[ ,]+");

    private final Context context;

    @Option(
            names = {"-p", "--profile"},
            paramLabel = "PROFILE",
            completionCandidates = ProfileNames.class,
            description = "The named profile (default: default; with fields in braces: all).")
    @Nullable
    String profile;

    @Option(
            names = {"-r", "--provider"},
            paramLabel = "CLOUD",
            description = "Only sessions of this cloud, such as aws.")
    @Nullable
    String provider;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FIELDS",
            description = {
                "Only these fields, with spaces between: id alias accountNumber roleArn. Or a line with fields in braces:"
                        + " name id profile region type cloud account role status expires tags tag:LABEL."
            })
    @Nullable
    String format;

    @Option(
            names = {"-i", "--inline"},
            description = "On one line as key: value, ...")
    boolean inline;

    @Option(
            names = "--if-any",
            description = "Print nothing, and succeed, if no session is active or it can't be told.")
    boolean ifAny;

    CurrentCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        if (format != null && Template.isOne(format)) {
            ShellSessions shell = new ShellSessions(context.io().environment(), profile, provider);
            lines(shell, Template.of(format, view -> expires(shell, view)));
        } else {
            find().ifPresent(view -> print(chosen(document(view))));
        }
    }

    private String expires(ShellSessions shell, SessionView view) {
        return shell.expiresAt(view).map(context.times()::left).orElse("");
    }

    private void lines(ShellSessions shell, Template template) {
        context.askNobody();
        Optional<List<SessionView>> glance = context.engine().sessions().glance();
        List<SessionView> shown = shell.among(glance.orElse(List.of()));
        if (shown.isEmpty() && !ifAny) {
            throw glance.isPresent() ? none() : locked();
        }
        shown.forEach(view -> context.out().raw(template.line(view)));
    }

    private void print(Map<String, Object> shown) {
        if (inline && context.out().format() != OutputFormat.JSON) {
            context.out().raw(inline(shown));
        } else if (context.out().format() == OutputFormat.CSV) {
            Result result = new Result("");
            shown.forEach(result::with);
            context.out().result(result);
        } else {
            context.out().raw(Json.pretty(shown));
        }
    }

    private Optional<SessionView> find() {
        List<SessionView> active = context.engine().sessions().list().stream()
                .filter(view -> view.status() == SessionStatus.ACTIVE)
                .filter(view -> view.profileName().map(profile()::equals).orElse(true))
                .filter(view -> provider == null
                        || provider.equals(view.session().type().cloudProvider()))
                .toList();
        if (active.size() > 1) {
            throw new SessionException(
                    CoreErrorCode.AMBIGUOUS_NAME,
                    "Several sessions are active on profile " + profile() + ": "
                            + active.stream().map(view -> view.session().name()).collect(Collectors.joining(", ")),
                    "-r chooses by cloud");
        }
        if (active.isEmpty() && !ifAny) {
            throw none();
        }
        return active.stream().findFirst();
    }

    private String profile() {
        return profile == null ? NamedProfile.DEFAULT : profile;
    }

    private LeappException none() {
        boolean everywhere = profile == null && format != null && Template.isOne(format);
        return new SessionException(
                CoreErrorCode.SESSION_NOT_FOUND,
                "No session is active" + (everywhere ? "" : " on profile " + profile()),
                "'leapp session start' starts one; -p names another profile");
    }

    private static LeappException locked() {
        return new LeappException(
                CoreErrorCode.LOGIN_NEEDED,
                "The workspace opens only with its passphrase or the keychain, which are not asked for here",
                "'leapp workspace key add machine' lets it open by itself on this machine");
    }

    private static Map<String, Object> document(SessionView view) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", view.session().id());
        document.put("alias", view.session().name());
        String role = view.session().setting("roleArn").orElse("none");
        SessionFacts.account(view.session()).ifPresent(account -> document.put("accountNumber", account));
        document.put("roleArn", role);
        return document;
    }

    private Map<String, Object> chosen(Map<String, Object> document) {
        if (format == null || format.isBlank()) {
            return document;
        }
        Map<String, Object> chosen = new LinkedHashMap<>();
        for (String key : SEPARATORS.splitAsStream(format.strip()).toList()) {
            Object value = document.get(key);
            if (value != null) {
                chosen.put(key, value);
            } else if (!key.equals("accountNumber")) {
                throw Usage.error(
                        "There is no field '" + key + "'", "there are " + String.join(", ", document.keySet()));
            }
        }
        return chosen;
    }

    private static String inline(Map<String, Object> shown) {
        return shown.entrySet().stream()
                .map(entry -> entry.getKey() + ": " + entry.getValue())
                .collect(Collectors.joining(", "));
    }
}
