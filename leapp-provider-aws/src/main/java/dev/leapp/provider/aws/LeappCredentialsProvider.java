package dev.leapp.provider.aws;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.session.SessionId;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;

/**
 * Gives the AWS SDK for Java the credentials of a Leapp session, renewed before they expire; no file is written.
 *
 * <pre>{@code
 * try (Leapp leapp = Leapp.open();
 *         S3Client s3 = S3Client.builder()
 *                 .credentialsProvider(LeappCredentialsProvider.of(leapp, leapp.sessions().find("ops").session().id()))
 *                 .build()) {
 *     s3.listBuckets();
 * }
 * }</pre>
 *
 * <p>Thread-safe and without state of its own: Leapp caches. Closing it does nothing; who opened the {@link Leapp} closes that.
 *
 * @since 0.1
 */
public final class LeappCredentialsProvider implements AwsCredentialsProvider {

    private final Leapp leapp;
    private final SessionId session;

    private LeappCredentialsProvider(Leapp leapp, SessionId session) {
        this.leapp = leapp;
        this.session = session;
    }

    /**
     * Makes a provider for a session, which need not be active. Asks for nothing yet.
     *
     * @param leapp an open Leapp; it must stay open while the provider is used
     * @param session the session's id
     * @return a new provider
     */
    public static LeappCredentialsProvider of(Leapp leapp, SessionId session) {
        return new LeappCredentialsProvider(leapp, session);
    }

    /**
     * Returns the session's credentials, from the cache while they are fresh. May block on the network and on the user.
     *
     * @return the credentials
     * @throws dev.leapp.core.error.LeappException if there is no such session or nothing can be issued
     * @throws IllegalArgumentException if the session is none of AWS
     */
    @Override
    public AwsCredentials resolveCredentials() {
        AwsAccessKey key = AwsAccessKey.of(leapp.sessions().credentials(session, CredentialRequest.standard()));
        if (key.sessionToken().isEmpty()) {
            return AwsBasicCredentials.create(
                    key.accessKeyId(), key.secretAccessKey().reveal());
        }
        AwsSessionCredentials.Builder builder = AwsSessionCredentials.builder()
                .accessKeyId(key.accessKeyId())
                .secretAccessKey(key.secretAccessKey().reveal())
                .sessionToken(key.sessionToken().get().reveal());
        key.expiresAt().ifPresent(builder::expirationTime);
        return builder.build();
    }

    /** Returns the session's id; no secret. */
    @Override
    public String toString() {
        return "LeappCredentialsProvider[" + session + "]";
    }
}
