package dev.leapp.cli.session;

import dev.leapp.cli.run.Context;
import dev.leapp.core.session.Session;

/** Tells what plug-ins find odd in the definition of a session. */
final class Notes {

    private Notes() {}

    static void tell(Context context, Session session) {
        context.engine().plugins().notes(session).forEach(note -> context.out().remark("note: " + note));
    }
}
