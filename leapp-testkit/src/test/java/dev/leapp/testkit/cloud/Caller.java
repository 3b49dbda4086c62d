package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;

/** A client that sends what AWS's clients send, with nothing of its own. */
final class Caller {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final HttpClient http = HttpClient.newHttpClient();
    private final LocalPortal portal;

    Caller(LocalPortal portal) {
        this.portal = portal;
    }

    /** An answer: its status, what kind of error it says it is, and its body. */
    record Reply(int status, String errorType, String requestId, String location, JsonNode body) {

        String text(String name) {
            return body.path(name).asText();
        }

        String error() {
            return text("error");
        }
    }

    Reply post(String path, Map<String, ?> fields) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(JSON.valueToTree(fields).toString())));
    }

    Reply postForm(String path, String form) {
        return send(request(path)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString(form)));
    }

    Reply get(String pathAndQuery, String token) {
        return send(request(pathAndQuery).header("x-amz-sso_bearer_token", token));
    }

    Reply open(String pathAndQuery) {
        return send(request(pathAndQuery));
    }

    Reply logout(String token) {
        return send(request("/logout").header("x-amz-sso_bearer_token", token).POST(BodyPublishers.noBody()));
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(portal.endpoint() + path));
    }

    private Reply send(HttpRequest.Builder request) {
        try {
            HttpResponse<String> answer = http.send(request.build(), BodyHandlers.ofString());
            return new Reply(
                    answer.statusCode(),
                    answer.headers().firstValue("x-amzn-ErrorType").orElse(""),
                    answer.headers().firstValue("x-amzn-RequestId").orElse(""),
                    answer.headers().firstValue("Location").orElse(""),
                    json(answer.body()));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode json(String body) throws IOException {
        return body.startsWith("{")
                ? JSON.readTree(body)
                : JSON.createObjectNode().put("page", body);
    }

    Reply registerForDevices() {
        return post(
                "/client/register",
                Map.of("clientName", "test", "clientType", "public", "scopes", List.of("sso:account:access")));
    }

    Reply registerForBrowsers() {
        return post(
                "/client/register",
                Map.of(
                        "clientName", "test",
                        "clientType", "public",
                        "scopes", List.of("sso:account:access"),
                        "grantTypes", List.of("authorization_code", "refresh_token"),
                        "redirectUris", List.of("http://127.0.0.1/oauth/callback"),
                        "issuerUrl", portal.startUrl()));
    }

    Reply beginDevice(Reply client) {
        return post("/device_authorization", with(client, Map.of("startUrl", portal.startUrl())));
    }

    Reply poll(Reply client, Reply device) {
        return token(client, "urn:ietf:params:oauth:grant-type:device_code", "deviceCode", device.text("deviceCode"));
    }

    Reply refresh(Reply client, String refreshToken) {
        return token(client, "refresh_token", "refreshToken", refreshToken);
    }

    private Reply token(Reply client, String grantType, String name, String value) {
        return post("/token", with(client, Map.of("grantType", grantType, name, value)));
    }

    Reply login(Reply client) {
        Reply device = beginDevice(client);
        if (portal.pendingUserCodes().contains(device.text("userCode"))) {
            portal.approve(device.text("userCode"));
        }
        return poll(client, device);
    }

    /** Logs in with a client of its own, and returns the access token. */
    String accessToken() {
        return login(registerForDevices()).text("accessToken");
    }

    static Map<String, Object> with(Reply client, Map<String, ?> more) {
        ObjectNode fields = JSON.createObjectNode();
        fields.put("clientId", client.text("clientId")).put("clientSecret", client.text("clientSecret"));
        fields.setAll((ObjectNode) JSON.valueToTree(more));
        return JSON.convertValue(fields, new com.fasterxml.jackson.core.type.TypeReference<Map<String, Object>>() {});
    }
}
