package dev.leapp.integration.sso.internal.redirect;

import dev.leapp.core.credential.Secret;
import java.util.Optional;

/**
 * What the browser brought back.
 *
 * @param code the authorization code, if it is one
 * @param error the error's name, if it is one
 */
public record Redirect(Optional<Secret> code, Optional<String> error) {

    static Redirect withCode(String code) {
        return new Redirect(Optional.of(Secret.of(code)), Optional.empty());
    }

    static Redirect withError(String error) {
        return new Redirect(Optional.empty(), Optional.of(error));
    }
}
