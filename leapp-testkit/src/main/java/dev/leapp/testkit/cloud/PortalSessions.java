package dev.leapp.testkit.cloud;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** Who is logged in, and by which tokens. Thread-safe. */
final class PortalSessions {

    private record Access(PortalSession session, Instant expiresAt) {}

    private final PortalSettings settings;
    private final StsKeys keys;
    private final PortalCounters counters;
    private final Map<String, Access> accessTokens = new ConcurrentHashMap<>();
    private final Map<String, PortalSession> refreshTokens = new ConcurrentHashMap<>();

    PortalSessions(PortalSettings settings, StsKeys keys, PortalCounters counters) {
        this.settings = settings;
        this.keys = keys;
        this.counters = counters;
    }

    PortalAnswer open(PortalClient client) {
        Instant end = settings.now().plus(settings.sessionLifetime());
        PortalSession session = new PortalSession(keys.requestId(), client.id(), end);
        boolean refreshable = settings.refreshTokens() && client.getsRefreshTokens();
        counters.count(PortalEvent.LOGGED_IN);
        return tokens(session, refreshable ? Optional.of(newRefreshToken(session)) : Optional.empty());
    }

    PortalAnswer refresh(PortalClient client, String token) throws PortalFailure {
        PortalSession session = settings.rotation() ? refreshTokens.remove(token) : refreshTokens.get(token);
        if (session == null
                || !session.clientId().equals(client.id())
                || !settings.now().isBefore(session.endsAt())) {
            counters.count(PortalEvent.REFRESH_REFUSED);
            throw PortalFailure.invalidGrant();
        }
        counters.count(PortalEvent.REFRESHED);
        return tokens(session, settings.rotation() ? Optional.of(newRefreshToken(session)) : Optional.empty());
    }

    private String newRefreshToken(PortalSession session) {
        String token = "aorAAAAA" + keys.opaque(180);
        refreshTokens.put(token, session);
        return token;
    }

    private PortalAnswer tokens(PortalSession session, Optional<String> refreshToken) {
        String token = "aoaAAAAA" + keys.opaque(180);
        Duration lifetime = settings.accessTokenLifetime();
        accessTokens.put(token, new Access(session, settings.now().plus(lifetime)));
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("accessToken", token)
                .put("tokenType", "Bearer")
                .put("expiresIn", lifetime.toSeconds());
        refreshToken.ifPresent(value -> body.put("refreshToken", value));
        return PortalAnswer.json(200, body.toString());
    }

    /** Finds whose access token a call carries. */
    PortalSession authenticate(PortalRequest request) throws PortalFailure {
        Access access = accessTokens.get(request.bearerToken().orElse(""));
        if (access == null || !settings.now().isBefore(access.expiresAt())) {
            counters.count(PortalEvent.TOKEN_REFUSED);
            throw PortalFailure.portal(401, "UnauthorizedException", "Session token not found or invalid");
        }
        return access.session();
    }

    void end(PortalSession session) {
        accessTokens.values().removeIf(access -> access.session().equals(session));
        refreshTokens.values().removeIf(session::equals);
        counters.count(PortalEvent.LOGGED_OUT);
    }

    boolean isValid(String accessToken) {
        Access access = accessTokens.get(accessToken);
        return access != null && settings.now().isBefore(access.expiresAt());
    }

    void revokeAccessToken(String token) {
        accessTokens.remove(token);
    }

    void revokeAccessTokens() {
        accessTokens.clear();
    }

    void revokeRefreshTokens() {
        refreshTokens.clear();
    }
}
