package dev.leapp.testkit.cloud;

import java.net.URI;
import java.util.HashMap;
import java.util.Map;

/**
 * What goes over the wire.
 *
 * @param foreign whether it is of something on the way, and has nothing that AWS's answers have
 */
record PortalAnswer(int status, Map<String, String> headers, String body, boolean foreign) {

    /** No answer at all. */
    static final PortalAnswer DROPPED = new PortalAnswer(0, Map.of(), "", false);

    static PortalAnswer json(int status, String body) {
        return new PortalAnswer(status, Map.of("Content-Type", "application/json"), body, false);
    }

    static PortalAnswer page(int status, String html) {
        return new PortalAnswer(
                status, Map.of("Content-Type", "text/html; charset=utf-8", "Cache-Control", "no-store"), html, false);
    }

    static PortalAnswer foreign(int status, String html) {
        return new PortalAnswer(status, Map.of("Content-Type", "text/html"), html, true);
    }

    static PortalAnswer redirect(URI target) {
        return new PortalAnswer(302, Map.of("Location", target.toString(), "Cache-Control", "no-store"), "", false);
    }

    boolean isDropped() {
        return status == 0;
    }

    PortalAnswer with(String header, String value) {
        Map<String, String> more = new HashMap<>(headers);
        more.put(header, value);
        return new PortalAnswer(status, Map.copyOf(more), body, foreign);
    }
}
