package dev.leapp.core.internal.doctor;

import dev.leapp.core.session.Session;
import java.util.regex.Pattern;

final class Words {

    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._@+-]*");

    private Words() {}

    static String count(int number, String thing) {
        return number + " " + thing + (number == 1 ? "" : "s");
    }

    /** Returns what names a session on a command line, without quotes. */
    static String argument(Session session) {
        return PLAIN.matcher(session.name()).matches()
                ? session.name()
                : session.id().value();
    }
}
