package dev.leapp.core.internal.transfer;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.FieldSpec;
import java.util.List;
import java.util.stream.Stream;

/** Under which names the secret store has the lasting secrets of sessions and integrations. */
record SecretNames(SessionFields fields) {

    /** Leapp's own names for the logins of integrations, each followed by the integration's id. */
    private static final List<String> OF_INTEGRATIONS = List.of(
            "aws-sso-integration-access-token-",
            "azure-integration-profile-",
            "azure-integration-account-",
            "azure-integration-refresh-token-");

    static List<SecretName> of(Integration integration) {
        return OF_INTEGRATIONS.stream()
                .map(name -> new SecretName(name + integration.id()))
                .toList();
    }

    static SecretName of(Session session, FieldSpec field) {
        return new SecretName(session.id() + "-" + field.secretAccount().orElseThrow());
    }

    boolean isKnown(Session session) {
        return fields.isKnown(session);
    }

    /** Returns those that the session's access method declares; none if the type is unknown here. */
    List<SecretName> of(Session session) {
        return secretFields(session).map(field -> of(session, field)).toList();
    }

    /** Returns those without which the session can't start. */
    List<SecretName> required(Session session) {
        return secretFields(session)
                .filter(FieldSpec::required)
                .map(field -> of(session, field))
                .toList();
    }

    private Stream<FieldSpec> secretFields(Session session) {
        return fields.of(session).stream().filter(FieldSpec::inSecretStore);
    }
}
