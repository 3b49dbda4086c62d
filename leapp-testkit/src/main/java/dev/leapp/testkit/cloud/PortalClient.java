package dev.leapp.testkit.cloud;

import java.net.URI;
import java.time.Instant;
import java.util.List;

/** A client that was registered. */
record PortalClient(
        String id,
        String secret,
        List<String> scopes,
        List<String> grantTypes,
        List<String> redirectUris,
        Instant expiresAt) {

    static final String DEVICE_CODE = "urn:ietf:params:oauth:grant-type:device_code";
    static final String AUTHORIZATION_CODE = "authorization_code";
    static final String REFRESH_TOKEN = "refresh_token";

    /** The scope that a client needs to get refresh tokens, too. */
    static final String ACCOUNT_ACCESS = "sso:account:access";

    boolean mayUse(String grantType) {
        return grantTypes.isEmpty() ? !grantType.equals(AUTHORIZATION_CODE) : grantTypes.contains(grantType);
    }

    boolean getsRefreshTokens() {
        return mayUse(REFRESH_TOKEN) && scopes.contains(ACCOUNT_ACCESS);
    }

    /** Tells whether the browser may be sent to an address: one that is registered, apart from the port. */
    boolean mayRedirectTo(URI uri) {
        return "127.0.0.1".equals(uri.getHost())
                && uri.getRawUserInfo() == null
                && uri.getRawQuery() == null
                && uri.getRawFragment() == null
                && redirectUris.contains(uri.getScheme() + "://127.0.0.1" + uri.getRawPath());
    }

    @Override
    public String toString() {
        return "PortalClient[" + id + "]";
    }
}
