package dev.leapp.provider.aws;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import java.time.Instant;
import java.util.Optional;

/**
 * Credentials of the kind {@link CredentialKind#ACCESS_KEY} under AWS's own names. Immutable and thread-safe.
 *
 * <p>The attributes are {@value #ACCESS_KEY_ID} and, where the service is not AWS's own, {@value #ENDPOINT_URL}; the secrets are
 * {@value #SECRET_ACCESS_KEY} and, for temporary credentials, {@value #SESSION_TOKEN}.
 *
 * @since 0.1
 */
public final class AwsAccessKey {

    /** The attribute that names the key. */
    public static final String ACCESS_KEY_ID = "accessKeyId";

    /** The attribute that says where the services are, if they are not AWS's own; a URL. */
    public static final String ENDPOINT_URL = "endpointUrl";

    /** The secret that requests are signed with. */
    public static final String SECRET_ACCESS_KEY = "secretAccessKey";

    /** The secret that must be sent along with temporary credentials. */
    public static final String SESSION_TOKEN = "sessionToken";

    private final Credentials credentials;

    private AwsAccessKey(Credentials credentials) {
        this.credentials = credentials;
    }

    /**
     * Views credentials as an access key.
     *
     * @param credentials the credentials
     * @return a view of them
     * @throws IllegalArgumentException if they are of another kind
     */
    public static AwsAccessKey of(Credentials credentials) {
        if (!credentials.kind().equals(CredentialKind.ACCESS_KEY)) {
            throw new IllegalArgumentException("Not an AWS access key, but of kind " + credentials.kind());
        }
        return new AwsAccessKey(credentials);
    }

    /**
     * Returns the key's id.
     *
     * @return the id; {@code ASIA…} for temporary credentials
     * @throws IllegalStateException if the credentials lack it
     */
    public String accessKeyId() {
        return credentials.attribute(ACCESS_KEY_ID);
    }

    /**
     * Returns what requests are signed with.
     *
     * @return the secret
     * @throws IllegalStateException if the credentials lack it
     */
    public Secret secretAccessKey() {
        return credentials.secret(SECRET_ACCESS_KEY);
    }

    /**
     * Returns what must be sent along with temporary credentials.
     *
     * @return the token, empty for a long-term key
     */
    public Optional<Secret> sessionToken() {
        return Optional.ofNullable(credentials.secrets().get(SESSION_TOKEN));
    }

    /**
     * Returns where the services are, if they are not AWS's own.
     *
     * @return a URL, empty for AWS itself
     */
    public Optional<String> endpointUrl() {
        return Optional.ofNullable(credentials.attributes().get(ENDPOINT_URL));
    }

    /**
     * Returns when the credentials expire.
     *
     * @return the moment of expiry; empty means not known, or never
     */
    public Optional<Instant> expiresAt() {
        return credentials.expiresAt();
    }

    /** Returns the same as the credentials do: no secret. */
    @Override
    public String toString() {
        return credentials.toString();
    }
}
