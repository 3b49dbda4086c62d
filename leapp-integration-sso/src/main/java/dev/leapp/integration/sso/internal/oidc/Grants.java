package dev.leapp.integration.sso.internal.oidc;

import dev.leapp.integration.sso.internal.redirect.RedirectListener;
import java.util.List;
import java.util.Map;

/** What a client is registered for: one way to log in, and renewals. IAM Identity Center takes no client that asks for both ways. */
enum Grants {
    BROWSER("browser", "authorization_code"),
    DEVICE_CODE("device", "urn:ietf:params:oauth:grant-type:device_code");

    /** Renews tokens, whatever way they were got. */
    static final String REFRESH = "refresh_token";

    private final String label;
    private final String grant;

    Grants(String label, String grant) {
        this.label = label;
        this.grant = grant;
    }

    String label() {
        return label;
    }

    String grant() {
        return grant;
    }

    List<String> types() {
        return List.of(grant, REFRESH);
    }

    Map<String, List<String>> redirects() {
        return this == BROWSER
                ? Map.of("redirectUris", List.of(RedirectListener.registered().toString()))
                : Map.of();
    }
}
