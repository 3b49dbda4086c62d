package dev.leapp.core.credential;

import java.util.regex.Pattern;

/**
 * What sort of credentials these are; a provider chain says which kinds it accepts. Plug-ins may add their own.
 *
 * @param value the name in lower-case words joined by hyphens
 * @since 0.1
 */
public record CredentialKind(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");

    /** An access key id, a secret access key and, for temporary credentials, a session token. */
    public static final CredentialKind ACCESS_KEY = new CredentialKind("access-key");

    /** An OAuth 2.0 bearer token (RFC 6750). */
    public static final CredentialKind BEARER_TOKEN = new CredentialKind("bearer-token");

    /** A client id and a client secret. */
    public static final CredentialKind CLIENT_SECRET = new CredentialKind("client-secret");

    /**
     * Checks the name.
     *
     * @param value the name
     * @throws IllegalArgumentException if it is not lower-case words joined by hyphens
     */
    public CredentialKind {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a kind of credentials: " + value);
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
