package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.Credentials;

/**
 * A login as it lies in the secret store.
 *
 * @param serial tells it from the one before and the one after
 * @param login the login, perhaps expired
 */
public record KeptLogin(String serial, Credentials login) {}
