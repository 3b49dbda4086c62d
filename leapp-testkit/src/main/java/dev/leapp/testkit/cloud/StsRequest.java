package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came over the wire: AWS's Query protocol, a form in the body. */
record StsRequest(String method, URI uri, Map<String, String> headers, String body, Map<String, String> parameters) {

    static StsRequest read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> headers = new HashMap<>();
        exchange.getRequestHeaders()
                .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), joined(values)));
        Map<String, String> parameters =
                new HashMap<>(form(exchange.getRequestURI().getRawQuery()));
        parameters.putAll(form(body));
        return new StsRequest(exchange.getRequestMethod(), exchange.getRequestURI(), headers, body, parameters);
    }

    String action() {
        return parameters.getOrDefault("Action", "");
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    private static String joined(List<String> values) {
        return String.join(",", values.stream().map(String::strip).toList());
    }

    private static Map<String, String> form(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        if (text == null || text.isEmpty()) {
            return fields;
        }
        for (String pair : text.split("&", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
        }
        return fields;
    }
}
