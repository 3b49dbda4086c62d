package dev.leapp.core.internal.crypto;

import java.security.GeneralSecurityException;

/** What was to be opened was sealed under another key, for another purpose, or has been altered since. */
public final class AuthenticationFailedException extends GeneralSecurityException {

    AuthenticationFailedException(String message) {
        super(message);
    }
}
