package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.provider.aws.AwsAccessKey;
import java.time.Instant;
import java.util.Optional;

/** Turns what STS issued into Leapp's credentials. */
final class AccessKeys {

    private AccessKeys() {}

    /** Returns temporary credentials that are good for AWS, or for another service that speaks for it. */
    static Credentials temporary(
            Instant issuedAt,
            software.amazon.awssdk.services.sts.model.Credentials answer,
            Optional<String> endpointUrl) {
        Credentials.Builder credentials = Credentials.builder(CredentialKind.ACCESS_KEY, issuedAt)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, answer.accessKeyId())
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of(answer.secretAccessKey()))
                .secret(AwsAccessKey.SESSION_TOKEN, Secret.of(answer.sessionToken()))
                .expiresAt(answer.expiration());
        endpointUrl.ifPresent(url -> credentials.attribute(AwsAccessKey.ENDPOINT_URL, url));
        return credentials.build();
    }
}
