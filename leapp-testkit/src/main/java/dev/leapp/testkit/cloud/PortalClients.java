package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Who was registered: {@code POST /client/register}. Thread-safe. */
final class PortalClients {

    private static final Set<String> GRANT_TYPES =
            Set.of(PortalClient.DEVICE_CODE, PortalClient.AUTHORIZATION_CODE, PortalClient.REFRESH_TOKEN);

    private final PortalSettings settings;
    private final StsKeys keys;
    private final PortalCounters counters;
    private final Map<String, PortalClient> clients = new ConcurrentHashMap<>();

    PortalClients(PortalSettings settings, StsKeys keys, PortalCounters counters) {
        this.settings = settings;
        this.keys = keys;
        this.counters = counters;
    }

    PortalAnswer register(PortalRequest request) throws PortalFailure {
        request.required("clientName");
        if (!request.required("clientType").equals("public")) {
            throw PortalFailure.oauth("invalid_client_metadata", "Client type must be public");
        }
        PortalClient client = new PortalClient(
                keys.opaque(18),
                keys.opaque(240),
                request.list("scopes"),
                grantTypes(request),
                redirectUris(request),
                settings.now().plus(settings.registrationLifetime()));
        clients.put(client.id(), client);
        counters.count(PortalEvent.REGISTERED);
        return PortalAnswer.json(200, document(client).toString());
    }

    private static List<String> grantTypes(PortalRequest request) throws PortalFailure {
        List<String> types = request.list("grantTypes");
        if (!GRANT_TYPES.containsAll(types)) {
            throw PortalFailure.oauth("unsupported_grant_type", "Grant type is not supported");
        }
        if (types.contains(PortalClient.AUTHORIZATION_CODE)) {
            if (types.contains(PortalClient.DEVICE_CODE)) {
                throw PortalFailure.invalidRequest("A client is for device codes or for authorization codes");
            }
            request.required("redirectUris");
            request.required("issuerUrl");
        }
        return types;
    }

    private static List<String> redirectUris(PortalRequest request) throws PortalFailure {
        List<String> uris = request.list("redirectUris");
        for (String uri : uris) {
            if (!isLoopbackWithoutPort(uri)) {
                throw PortalFailure.oauth("invalid_redirect_uri", "Redirect URI is not valid");
            }
        }
        return uris;
    }

    private static boolean isLoopbackWithoutPort(String text) {
        try {
            URI uri = URI.create(text);
            return "http".equals(uri.getScheme()) && "127.0.0.1".equals(uri.getHost()) && uri.getPort() < 0;
        } catch (IllegalArgumentException e) {
            return false;
        }
    }

    private ObjectNode document(PortalClient client) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("clientId", client.id())
                .put("clientSecret", client.secret())
                .put("clientIdIssuedAt", settings.now().getEpochSecond())
                .put("clientSecretExpiresAt", client.expiresAt().getEpochSecond());
    }

    /** Finds who a request says it is from, if it knows the client's secret. */
    PortalClient authenticate(PortalRequest request) throws PortalFailure {
        PortalClient client = known(request.required("clientId"));
        if (!client.secret().equals(request.required("clientSecret"))) {
            throw PortalFailure.invalidClient();
        }
        return client;
    }

    PortalClient known(String id) throws PortalFailure {
        PortalClient client = clients.get(id);
        Instant now = settings.now();
        if (client == null || !now.isBefore(client.expiresAt())) {
            throw PortalFailure.invalidClient();
        }
        return client;
    }

    void forgetAll() {
        clients.clear();
    }
}
