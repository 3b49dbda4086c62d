package dev.leapp.integration.sso.internal.redirect;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** The parameters of a query; one that is there twice is not there. */
final class Query {

    private final Map<String, String> values = new HashMap<>();

    private Query() {}

    static Query of(@Nullable String raw) {
        Query query = new Query();
        Set<String> seen = new HashSet<>();
        StringTokenizer pairs = new StringTokenizer(raw == null ? "" : raw, "&");
        while (pairs.hasMoreTokens()) {
            query.add(pairs.nextToken(), seen);
        }
        return query;
    }

    Optional<String> value(String name) {
        return Optional.ofNullable(values.get(name)).filter(value -> !value.isEmpty());
    }

    private void add(String pair, Set<String> seen) {
        int equals = pair.indexOf('=');
        if (equals < 0) {
            return;
        }
        try {
            String name = URLDecoder.decode(pair.substring(0, equals), UTF_8);
            String value = URLDecoder.decode(pair.substring(equals + 1), UTF_8);
            if (seen.add(name)) {
                values.put(name, value);
            } else {
                values.remove(name);
            }
        } catch (IllegalArgumentException e) {
            // Malformed: as if it were not there.
        }
    }
}
