package dev.leapp.testkit.cloud;

/** The pages that a browser shows: plain forms, so that a person or a program can press the buttons. */
final class PortalPages {

    private final String region;

    PortalPages(String region) {
        this.region = region;
    }

    String start() {
        return page("<h1>Access portal</h1><p>A local stand-in for tests.</p>");
    }

    String authorize(String request) {
        return page("<h1>Allow access?</h1>" + form("/authorize", "request", request, "hidden"));
    }

    String device(String userCode) {
        return page("<h1>Does this code match?</h1>" + form("/device", "user_code", userCode, "text"));
    }

    String done(String words) {
        return page("<h1 id=\"result\">" + words + "</h1>");
    }

    private static String form(String action, String field, String value, String type) {
        return "<form method=\"post\" action=\"" + action + "\">"
                + "<input type=\"" + type + "\" name=\"" + field + "\" value=\"" + escaped(value) + "\">"
                + "<button id=\"approve\" name=\"decision\" value=\"approve\">Allow</button>"
                + "<button id=\"deny\" name=\"decision\" value=\"deny\">Deny</button></form>";
    }

    private String page(String body) {
        return "<!DOCTYPE html><html lang=\"en\"><head><meta charset=\"utf-8\"><meta name=\"region\" content=\""
                + escaped(region) + "\"><title>LocalPortal</title></head><body>" + body + "</body></html>\n";
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
