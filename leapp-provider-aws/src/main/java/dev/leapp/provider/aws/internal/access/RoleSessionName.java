package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.port.Environment;
import dev.leapp.core.session.Session;
import java.util.Optional;
import java.util.regex.Pattern;

/** What a role's session is called: 2 to 64 letters, digits or any of {@code _+=,.@-}, from a template. */
final class RoleSessionName {

    /** What Leapp's desktop app calls it. */
    static final String STANDARD = "assumed-from-leapp";

    private static final int LONGEST = 64;
    private static final Pattern TEMPLATE = Pattern.compile("(?:[\\w+=,.@-]|\\{(?:session|user)\\}){1,256}");
    private static final Pattern FORBIDDEN = Pattern.compile("[^\\w+=,.@-]+");

    private RoleSessionName() {}

    static Optional<String> problemWith(String template) {
        boolean fits = TEMPLATE.matcher(template).matches() && template.length() >= 2;
        return fits
                ? Optional.empty()
                : Optional.of("must be 2 to 64 letters, digits or any of +=,.@-; {session} and {user} are filled in");
    }

    static String of(Session session, Environment environment) {
        String user = environment
                .get("USER")
                .or(() -> environment.get("USERNAME"))
                .filter(name -> !name.isBlank())
                .orElse("leapp");
        String name = session.setting(RoleFields.ROLE_SESSION_NAME)
                .orElse(STANDARD)
                .replace("{session}", clean(session.name()))
                .replace("{user}", clean(user));
        String cut = name.length() > LONGEST ? name.substring(0, LONGEST) : name;
        return cut.length() < 2 ? cut + "-leapp" : cut;
    }

    private static String clean(String text) {
        return FORBIDDEN.matcher(text.strip()).replaceAll("-");
    }
}
