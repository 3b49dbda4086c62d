package dev.leapp.integration.sso.internal.devtools;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The hosts that a browser is kept from, because the assertion is taken from what it posts there. */
record Recipients(List<String> hosts) {

    /** Returns what DevTools is to stop: more than is needed, since its patterns know no hosts. */
    List<Map<String, String>> patterns() {
        return hosts.stream()
                .map(host -> Map.of("urlPattern", "*" + host + "*"))
                .toList();
    }

    boolean include(String url) {
        try {
            String host = URI.create(withoutQuery(url)).getHost();
            return host != null && isOne(host.toLowerCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private boolean isOne(String host) {
        return hosts.stream().anyMatch(each -> host.equals(each) || host.endsWith("." + each));
    }

    /** A browser sends characters in queries that Java does not take in a URI. */
    private static String withoutQuery(String url) {
        int end = url.indexOf('?');
        return end < 0 ? url : url.substring(0, end);
    }
}
