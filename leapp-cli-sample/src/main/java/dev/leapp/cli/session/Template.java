package dev.leapp.cli.session;

import dev.leapp.cli.find.SessionFacts;
import dev.leapp.cli.output.TextWidth;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionView;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A line about a session with fields in braces, such as {@code {name} {region}}; doubled braces stand for themselves. */
final class Template {

    private static final List<String> FIELDS = List.of(
            "name", "id", "alias", "profile", "region", "type", "cloud", "account", "role", "status", "expires",
            "tags");
    private static final String TAG = "tag:";
    private static final Pattern PART = Pattern.compile("\\{\\{|\\}\\}|\\{([^{}]*)\\}|[{}]");

    private final String text;
    private final Function<SessionView, String> expires;

    private Template(String text, Function<SessionView, String> expires) {
        this.text = text;
        this.expires = expires;
    }

    /** Tells whether a text has fields rather than being a list of their names. */
    static boolean isOne(String text) {
        return text.indexOf('{') >= 0;
    }

    /**
     * Reads a template.
     *
     * @param text the template
     * @param expires says how long the credentials of a session last
     * @throws dev.leapp.core.error.LeappException if there is no such field
     */
    static Template of(String text, Function<SessionView, String> expires) {
        PART.matcher(text).results().forEach(part -> check(part.group(), part.group(1)));
        return new Template(text, expires);
    }

    /** Returns the line about a session, safe to show; what it doesn't have is empty. */
    String line(SessionView view) {
        String line = PART.matcher(text).replaceAll(part -> Matcher.quoteReplacement(value(part.group(), view)));
        return TextWidth.printable(line);
    }

    private static void check(String part, String field) {
        if (part.equals("{{") || part.equals("}}")) {
            return;
        }
        if (part.length() == 1) {
            throw Usage.error("A brace in the format has no other", "{{ and }} stand for braces themselves");
        }
        if (!FIELDS.contains(field) && !field.startsWith(TAG)) {
            throw Usage.error(
                    "There is no field {" + field + "}", "there are " + String.join(", ", FIELDS) + " and tag:LABEL");
        }
    }

    private String value(String part, SessionView view) {
        if (part.equals("{{") || part.equals("}}")) {
            return part.substring(1);
        }
        String field = part.substring(1, part.length() - 1);
        Session session = view.session();
        return switch (field) {
            case "name", "alias" -> session.name();
            case "id" -> session.id().value();
            case "profile" -> view.profileName().orElse("");
            case "region" -> session.region();
            case "type" -> session.type().value();
            case "cloud" -> session.type().cloudProvider();
            case "account" -> SessionFacts.account(session).orElse("");
            case "role" -> SessionFacts.role(session).orElse("");
            case "status" -> view.status().toString();
            case "expires" -> expires.apply(view);
            case "tags" -> SessionFacts.tags(session);
            default -> session.tags().getOrDefault(field.substring(TAG.length()), "");
        };
    }
}
