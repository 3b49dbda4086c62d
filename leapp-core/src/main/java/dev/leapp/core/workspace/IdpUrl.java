package dev.leapp.core.workspace;

/**
 * Where a SAML identity provider starts a login.
 *
 * @param id its id
 * @param url its URL, {@code http://} or {@code https://}
 * @since 0.1
 */
public record IdpUrl(IdpUrlId id, String url) {

    /**
     * Checks the URL.
     *
     * @param id its id
     * @param url its URL
     * @throws IllegalArgumentException if it does not begin with {@code http://} or {@code https://}
     */
    public IdpUrl {
        if (!url.matches("https?://\\S+")) {
            throw new IllegalArgumentException("Not an http(s) URL: " + url);
        }
    }
}
