package dev.leapp.core.port;

import java.net.URI;
import java.time.Instant;
import java.util.Optional;

/**
 * A code that a user types in at a page on any device, to log a program in there (RFC 8628, section 3.2).
 *
 * @param purpose what for, in a few words, such as {@code integration 'corp'}
 * @param userCode the code to type in
 * @param page where
 * @param pageWithCode the same page with the code filled in, if there is one
 * @param expiresAt when the code is no longer good
 * @since 0.1
 */
public record DeviceCode(String purpose, String userCode, URI page, Optional<URI> pageWithCode, Instant expiresAt) {}
