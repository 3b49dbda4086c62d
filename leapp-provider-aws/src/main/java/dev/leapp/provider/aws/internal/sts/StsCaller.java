package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.credential.Secret;
import dev.leapp.provider.aws.AwsAccessKey;
import java.util.Optional;
import software.amazon.awssdk.auth.credentials.AnonymousCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsBasicCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentials;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.auth.credentials.AwsSessionCredentials;
import software.amazon.awssdk.auth.credentials.StaticCredentialsProvider;

/**
 * Who asks STS.
 *
 * @param credentials what requests are signed with
 * @param endpointUrl where these credentials are good for, empty for AWS
 */
public record StsCaller(AwsCredentialsProvider credentials, Optional<String> endpointUrl) {

    /** Somebody who proves who they are by what they send. */
    public static StsCaller anonymous() {
        return new StsCaller(AnonymousCredentialsProvider.create(), Optional.empty());
    }

    public static StsCaller of(LongTermKey key) {
        return signing(
                AwsBasicCredentials.create(
                        key.accessKeyId(), key.secretAccessKey().reveal()),
                Optional.empty());
    }

    public static StsCaller of(AwsAccessKey key) {
        String secret = key.secretAccessKey().reveal();
        AwsCredentials credentials = key.sessionToken()
                .map(Secret::reveal)
                .<AwsCredentials>map(token -> AwsSessionCredentials.create(key.accessKeyId(), secret, token))
                .orElseGet(() -> AwsBasicCredentials.create(key.accessKeyId(), secret));
        return signing(credentials, key.endpointUrl());
    }

    private static StsCaller signing(AwsCredentials credentials, Optional<String> endpointUrl) {
        return new StsCaller(StaticCredentialsProvider.create(credentials), endpointUrl);
    }

    @Override
    public String toString() {
        return "StsCaller[not shown]";
    }
}
