package dev.leapp.core.internal.doctor;

import dev.leapp.core.port.SecretName;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * What can be known of the secret store without writing to it, and without a secret's value.
 *
 * @param chosen the id of the store, empty if none was chosen yet
 * @param left the id of the store that an unfinished migration still has to clear
 * @param asks whether somebody has to be asked for what opens it
 * @param names what lies in it; empty if it can't list, and fails if it can't be used
 */
public record SecretStoreLook(
        Supplier<Optional<String>> chosen,
        Supplier<Optional<String>> left,
        Supplier<Boolean> asks,
        Supplier<Optional<Set<SecretName>>> names) {}
