package dev.leapp.core.internal.transfer;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.FieldSpec;
import java.util.Map;
import java.util.Optional;

/** Holds imported values to what their access method allows, as adding a session does. Unknown types and fields are left alone. */
record FieldProblems(SessionFields fields, Map<SecretName, Secret> secrets) {

    Optional<String> of(Session session) {
        if (session.name().chars().anyMatch(Character::isISOControl)) {
            return Optional.of("its name has control characters");
        }
        return fields.of(session).stream()
                .flatMap(field -> problem(session, field).map(words -> field.label() + " " + words).stream())
                .findFirst();
    }

    private Optional<String> problem(Session session, FieldSpec field) {
        Optional<String> value = field.inSecretStore()
                ? Optional.ofNullable(secrets.get(SecretNames.of(session, field)))
                        .map(Secret::reveal)
                : session.setting(field.name());
        return value.flatMap(field::problemWith);
    }
}
