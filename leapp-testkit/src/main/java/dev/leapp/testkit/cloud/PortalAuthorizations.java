package dev.leapp.testkit.cloud;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** What browsers were asked, and the codes that they carried back: {@code GET /authorize}. Thread-safe. */
final class PortalAuthorizations {

    /** What a browser was asked. */
    private record Asked(String clientId, String redirectUri, Optional<String> state, String challenge) {}

    private record Grant(Asked asked, Instant expiresAt) {}

    private final PortalSettings settings;
    private final StsKeys keys;
    private final PortalCounters counters;
    private final PortalClients clients;
    private final Map<String, Asked> open = new ConcurrentHashMap<>();
    private final Map<String, Grant> codes = new ConcurrentHashMap<>();

    PortalAuthorizations(PortalSettings settings, StsKeys keys, PortalCounters counters, PortalClients clients) {
        this.settings = settings;
        this.keys = keys;
        this.counters = counters;
        this.clients = clients;
    }

    /** Takes a question to the user. Returns what it is called until it is answered. */
    String ask(PortalRequest request) throws PortalFailure {
        PortalClient client = clients.known(request.required("client_id"));
        String redirectUri = request.required("redirect_uri");
        if (!client.mayRedirectTo(uri(redirectUri))) {
            throw PortalFailure.oauth("invalid_redirect_uri", "Redirect URI is not registered");
        }
        if (!client.mayUse(PortalClient.AUTHORIZATION_CODE)) {
            throw PortalFailure.oauth("unauthorized_client", "Client is not authorized for authorization codes");
        }
        requireCodeWithChallenge(request);
        String id = keys.opaque(18);
        open.put(
                id,
                new Asked(client.id(), redirectUri, request.parameter("state"), request.required("code_challenge")));
        counters.count(PortalEvent.AUTHORIZATION_ASKED);
        return id;
    }

    private static void requireCodeWithChallenge(PortalRequest request) throws PortalFailure {
        if (!request.required("response_type").equals("code")) {
            throw PortalFailure.oauth("unsupported_response_type", "Only codes are given");
        }
        if (!request.required("code_challenge_method").equals("S256")) {
            throw PortalFailure.invalidRequest("Code challenge method must be S256");
        }
    }

    private static URI uri(String text) throws PortalFailure {
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw PortalFailure.oauth("invalid_redirect_uri", "Redirect URI is not valid");
        }
    }

    /** Returns where to send the browser after the user agreed. */
    URI approve(String id) throws PortalFailure {
        Asked asked = take(id);
        String code = keys.opaque(90);
        codes.put(code, new Grant(asked, settings.now().plus(settings.codeLifetime())));
        counters.count(PortalEvent.APPROVED);
        return target(asked, "code=" + code);
    }

    /** Returns where to send the browser after the user refused. */
    URI deny(String id) throws PortalFailure {
        return target(take(id), "error=access_denied&error_description=Denied+by+the+user");
    }

    private Asked take(String id) throws PortalFailure {
        Asked asked = open.remove(id);
        if (asked == null) {
            throw PortalFailure.invalidRequest("There is nothing to decide, or it was decided");
        }
        return asked;
    }

    private static URI target(Asked asked, String answer) {
        String state = asked.state()
                .map(value -> "&state=" + URLEncoder.encode(value, UTF_8))
                .orElse("");
        return URI.create(asked.redirectUri() + "?" + answer + state);
    }

    /** Returns if a code is good, and takes it away. */
    void redeem(PortalClient client, PortalRequest request) throws PortalFailure {
        String verifier = request.required("codeVerifier");
        String redirectUri = request.required("redirectUri");
        Grant grant = codes.remove(request.required("code"));
        if (grant == null
                || !settings.now().isBefore(grant.expiresAt())
                || !grant.asked().clientId().equals(client.id())
                || !grant.asked().redirectUri().equals(redirectUri)
                || !grant.asked().challenge().equals(challenge(verifier))) {
            throw PortalFailure.invalidGrant();
        }
    }

    private static String challenge(String verifier) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("no SHA-256", e);
        }
    }
}
