package dev.leapp.cli.session;

import dev.leapp.cli.output.Json;
import dev.leapp.cli.output.OutputFormat;
import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code leapp session current}. */
@Command(
        name = "current",
        description = "Show the session that is active on a profile, as JSON.",
        footer = {
            "",
            "Examples:",
            "  leapp session current -p ops",
            "  leapp session current -p ops -i -f \"alias roleArn\""
        })
final class CurrentCommand implements Runnable {

    private static final Pattern SEPARATORS = Pattern.compile("[ ,]+");
    private static final Pattern ACCOUNT = Pattern.compile("arn:[a-z-]+:[a-z]+::([0-9]{12}):.*");

    private final Context context;

    @Option(
            names = {"-p", "--profile"},
            paramLabel = "PROFILE",
            defaultValue = "default",
            description = "The named profile (default: default).")
    String profile = "default";

    @Option(
            names = {"-r", "--provider"},
            paramLabel = "CLOUD",
            description = "Only sessions of this cloud, such as aws.")
    @Nullable
    String provider;

    @Option(
            names = {"-f", "--format"},
            paramLabel = "FIELDS",
            description = "Only these fields, with spaces between: id alias accountNumber roleArn.")
    @Nullable
    String format;

    @Option(
            names = {"-i", "--inline"},
            description = "On one line as key: value, ...")
    boolean inline;

    CurrentCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        Map<String, Object> shown = chosen(document(find()));
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

    private SessionView find() {
        List<SessionView> active = context.engine().sessions().list().stream()
                .filter(view -> view.status() == SessionStatus.ACTIVE)
                .filter(view -> view.profileName().map(profile::equals).orElse(true))
                .filter(view -> provider == null
                        || provider.equals(view.session().type().cloudProvider()))
                .toList();
        if (active.size() == 1) {
            return active.get(0);
        }
        if (active.isEmpty()) {
            throw new SessionException(
                    CoreErrorCode.SESSION_NOT_FOUND,
                    "No session is active on profile " + profile,
                    "'leapp session start' starts one; -p names another profile");
        }
        throw new SessionException(
                CoreErrorCode.AMBIGUOUS_NAME,
                "Several sessions are active on profile " + profile + ": "
                        + active.stream().map(view -> view.session().name()).collect(Collectors.joining(", ")),
                "-r chooses by cloud");
    }

    private static Map<String, Object> document(SessionView view) {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("id", view.session().id());
        document.put("alias", view.session().name());
        String role = view.session().setting("roleArn").orElse("none");
        Matcher account = ACCOUNT.matcher(view.session().setting("mfaDevice").orElse(role));
        Matcher roleAccount = ACCOUNT.matcher(role);
        if (roleAccount.matches()) {
            document.put("accountNumber", roleAccount.group(1));
        } else if (account.matches()) {
            document.put("accountNumber", account.group(1));
        }
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
