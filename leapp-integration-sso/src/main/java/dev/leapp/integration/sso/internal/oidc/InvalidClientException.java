package dev.leapp.integration.sso.internal.oidc;

/** The service does not know the client any more. */
final class InvalidClientException extends Exception {

    private static final long serialVersionUID = 1L;

    InvalidClientException() {
        super("the client is not known");
    }
}
