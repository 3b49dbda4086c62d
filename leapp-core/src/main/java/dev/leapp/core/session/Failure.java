package dev.leapp.core.session;

import java.time.Instant;

/**
 * What went wrong last, kept so that a list can show it.
 *
 * @param at when
 * @param code the {@link dev.leapp.core.error.ErrorCode#id() id} of the error's code
 * @param message one line for the user, without any secret
 * @since 0.1
 */
public record Failure(Instant at, String code, String message) {}
