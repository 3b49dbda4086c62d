package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.integration.sso.internal.endpoint.Center;
import dev.leapp.integration.sso.internal.endpoint.Endpoints;
import dev.leapp.integration.sso.internal.rest.JsonService;
import dev.leapp.integration.sso.internal.rest.Reply;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.io.IOException;
import java.net.URI;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The calls of IAM Identity Center's OAuth 2.0 service. Thread-safe. */
final class OidcService {

    static final String SCOPE = "sso:account:access";

    private final JsonService http;
    private final Endpoints endpoints;
    private final Retries retries;

    OidcService(JsonService http, Endpoints endpoints, Retries retries) {
        this.http = http;
        this.endpoints = endpoints;
        this.retries = retries;
    }

    URI place(Center center) {
        return endpoints.oidc(center.region());
    }

    Reply register(Center center, Grants grants, Instant deadline) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clientName", "leapp");
        body.put("clientType", "public");
        body.put("scopes", List.of(SCOPE));
        body.put("grantTypes", grants.types());
        body.putAll(grants.redirects());
        body.put("issuerUrl", center.start().toString());
        return call(center, "/client/register", body, deadline);
    }

    Reply authorizeDevice(Center center, Registration client, Instant deadline) {
        Map<String, Object> body = of(client);
        body.put("startUrl", center.start().toString());
        return call(center, "/device_authorization", body, deadline);
    }

    /** Asks for tokens once, as long as the network lets it. */
    Reply tryToken(Center center, Registration client, Map<String, String> grant)
            throws IOException, InterruptedException {
        Map<String, Object> body = of(client);
        body.putAll(grant);
        return http.post(uri(center, "/token"), Map.of(), body);
    }

    Reply token(Center center, Registration client, Map<String, String> grant, Instant deadline) {
        Map<String, Object> body = of(client);
        body.putAll(grant);
        return call(center, "/token", body, deadline);
    }

    private Reply call(Center center, String path, Map<String, Object> body, Instant deadline) {
        Troubles troubles = new Troubles(center.alias());
        try {
            Reply reply = retries.run(deadline, () -> http.post(uri(center, path), Map.of(), body));
            if (reply.isThrottled()) {
                throw troubles.throttled(reply);
            }
            if (reply.saysNothing()) {
                throw troubles.fails(place(center), reply);
            }
            return reply;
        } catch (IOException e) {
            throw troubles.unreachable(place(center), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw troubles.cancelled();
        }
    }

    private static Map<String, Object> of(Registration client) {
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("clientId", client.clientId());
        body.put("clientSecret", client.clientSecret().reveal());
        return body;
    }

    private URI uri(Center center, String path) {
        return URI.create(place(center) + path);
    }
}
