package dev.leapp.integration.sso.internal.portal;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.credential.Secret;
import dev.leapp.integration.sso.internal.endpoint.CenterRegion;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import dev.leapp.integration.sso.internal.rest.JsonService;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.util.Map;
import java.util.Optional;

/**
 * The calls of the access portal of a region. Thread-safe.
 *
 * @param http makes them
 * @param place where
 */
record PortalService(JsonService http, URI place) {

    private static final int PAGE = 100;

    static PortalService in(CenterRegion region, JsonService http, Endpoints endpoints) {
        return new PortalService(http, endpoints.portal(region));
    }

    Reply accounts(Secret token, Optional<String> next) throws IOException, InterruptedException {
        return get("/assignment/accounts?max_result=" + PAGE + next(next), token);
    }

    Reply roles(Secret token, String account, Optional<String> next) throws IOException, InterruptedException {
        return get("/assignment/roles?account_id=" + encoded(account) + "&max_result=" + PAGE + next(next), token);
    }

    Reply logout(Secret token) throws IOException, InterruptedException {
        return http.post(URI.create(place + "/logout"), bearer(token), Map.of());
    }

    private Reply get(String path, Secret token) throws IOException, InterruptedException {
        return http.get(URI.create(place + path), bearer(token));
    }

    private static Map<String, String> bearer(Secret token) {
        return Map.of("x-amz-sso_bearer_token", token.reveal());
    }

    private static String next(Optional<String> token) {
        return token.map(text -> "&next_token=" + encoded(text)).orElse("");
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, UTF_8);
    }
}
