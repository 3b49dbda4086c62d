package dev.leapp.core.integration;

/**
 * How a user logs in to an integration.
 *
 * @since 0.1
 */
public enum LoginFlow {
    /** In a browser on this machine if one can be opened, else with a device code. */
    AUTO,
    /** In a browser on this machine: the OAuth 2.0 authorization code flow with PKCE (RFC 8252, RFC 7636). */
    BROWSER,
    /** With a code that is typed in on any device: the OAuth 2.0 device authorization flow (RFC 8628). */
    DEVICE_CODE
}
