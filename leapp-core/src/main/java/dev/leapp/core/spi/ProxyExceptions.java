package dev.leapp.core.spi;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Hosts that are reached without a proxy.
 *
 * @param rules names, which stand for what is below them too; addresses; either with a port; or {@code *} for all
 */
record ProxyExceptions(List<String> rules) {

    private static final List<String> LOOPBACK = List.of("localhost", "127.0.0.1", "[::1]", "[0:0:0:0:0:0:0:1]");

    private static final Pattern SEPARATORS = Pattern.compile("[,\\s]+");

    static ProxyExceptions parse(String text) {
        return new ProxyExceptions(SEPARATORS
                .splitAsStream(text.toLowerCase(Locale.ROOT))
                .filter(rule -> !rule.isEmpty())
                .toList());
    }

    boolean fit(URI uri, int port) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        return LOOPBACK.contains(host)
                || host.startsWith("127.")
                || rules.stream().anyMatch(rule -> fits(rule, host) || fits(rule, host + ":" + port));
    }

    private static boolean fits(String rule, String host) {
        String name = rule.replaceFirst("^\\*?\\.", "");
        return rule.equals("*") || host.equals(name) || host.endsWith("." + name);
    }
}
