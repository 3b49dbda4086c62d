package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.StringTokenizer;
import org.jspecify.annotations.Nullable;

/** What came over the wire: JSON or a form in the body, more in the query. Lists are joined by a space. */
record PortalRequest(String method, String path, Map<String, String> parameters, Optional<String> bearerToken) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static PortalRequest read(HttpExchange exchange) throws IOException {
        String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
        Map<String, String> parameters = form(exchange.getRequestURI().getRawQuery());
        parameters.putAll(body.startsWith("{") ? json(body) : form(body));
        Optional<String> token =
                Optional.ofNullable(exchange.getRequestHeaders().getFirst("x-amz-sso_bearer_token"));
        return new PortalRequest(
                exchange.getRequestMethod(), exchange.getRequestURI().getPath(), Map.copyOf(parameters), token);
    }

    Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    String required(String name) throws PortalFailure {
        return parameter(name)
                .filter(value -> !value.isBlank())
                .orElseThrow(() -> PortalFailure.invalidRequest("Missing required parameter " + name));
    }

    List<String> list(String name) {
        List<String> values = new ArrayList<>();
        var words = new StringTokenizer(parameter(name).orElse(""), " ");
        while (words.hasMoreTokens()) {
            values.add(words.nextToken());
        }
        return values;
    }

    static Map<String, String> form(@Nullable String text) {
        Map<String, String> fields = new HashMap<>();
        var pairs = new StringTokenizer(text == null ? "" : text, "&");
        while (pairs.hasMoreTokens()) {
            String pair = pairs.nextToken();
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            String value = equals < 0 ? "" : pair.substring(equals + 1);
            fields.put(URLDecoder.decode(name, UTF_8), URLDecoder.decode(value, UTF_8));
        }
        return fields;
    }

    private static Map<String, String> json(String text) {
        Map<String, String> fields = new HashMap<>();
        try {
            JSON.readTree(text).properties().forEach(each -> fields.put(each.getKey(), text(each.getValue())));
        } catch (JsonProcessingException e) {
            fields.clear(); // nothing that was sent can be understood, and what is required is missing then
        }
        return fields;
    }

    private static String text(JsonNode value) {
        if (!value.isArray()) {
            return value.asText();
        }
        List<String> elements = new ArrayList<>();
        value.forEach(element -> elements.add(element.asText()));
        return String.join(" ", elements);
    }

    /** Returns the path alone; among the parameters may be a token. */
    @Override
    public String toString() {
        return "PortalRequest[" + method + " " + path + "]";
    }
}
