package dev.leapp.provider.aws.internal.client;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.HttpConnections;
import dev.leapp.core.spi.PluginContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import software.amazon.awssdk.auth.credentials.AwsCredentialsProvider;
import software.amazon.awssdk.awscore.client.builder.AwsClientBuilder;
import software.amazon.awssdk.awscore.client.builder.AwsSyncClientBuilder;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.core.exception.ApiCallAttemptTimeoutException;
import software.amazon.awssdk.core.exception.SdkServiceException;
import software.amazon.awssdk.http.SdkHttpClient;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.DefaultRetryStrategy;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;

/**
 * Sets clients up so that they get everything from us: credentials, region, endpoint, time limits, an empty profile file. Whatever is left unset, the SDK would
 * look up in environment variables, in {@code ~/.aws} or at the instance metadata address. Thread-safe.
 *
 * @param context how to use the network, and when it is
 */
public record ClientSetup(PluginContext context) {

    private static final int ATTEMPTS = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final String STANDARD_REGION = "us-east-1";

    /** Returns the region of that name, the standard one for empty text. */
    public static Region regionNamed(String name) {
        return Region.of(name.isBlank() ? STANDARD_REGION : name.strip());
    }

    /**
     * Sets up a client.
     *
     * @param builder the service's own
     * @param budget how long a call may take in all, with retries
     */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder, Region region, URI endpoint, AwsCredentialsProvider credentials, Duration budget) {
        return client(builder, region, endpoint, credentials, budget, retries());
    }

    /** The same, but a call that came too often is not repeated: its caller does that at the pace of all. */
    public <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C pacedClient(
            B builder, Region region, URI endpoint, AwsCredentialsProvider credentials, Duration budget) {
        return client(builder, region, endpoint, credentials, budget, retriesOfPassingTrouble());
    }

    private <B extends AwsClientBuilder<B, C> & AwsSyncClientBuilder<B, C>, C> C client(
            B builder,
            Region region,
            URI endpoint,
            AwsCredentialsProvider credentials,
            Duration budget,
            RetryStrategy retries) {
        return builder.region(region)
                .endpointOverride(endpoint)
                .credentialsProvider(credentials)
                .defaultsMode(DefaultsMode.STANDARD)
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .httpClient(http(endpoint))
                .overrideConfiguration(overrides(budget, retries))
                .build();
    }

    /**
     * Returns how long a call may take in all.
     *
     * @param what what is asked for, such as {@code AWS STS for credentials of session ops}
     * @throws CredentialException if no time is left
     */
    public Duration budget(Instant deadline, String what) {
        Duration left = Duration.between(context.clock().instant(), deadline);
        if (left.isNegative() || left.isZero()) {
            throw new CredentialException(
                    CoreErrorCode.UNREACHABLE, "No time is left to ask " + what, "try again", null);
        }
        return shorter(left, context.http().totalTimeout());
    }

    private ClientOverrideConfiguration overrides(Duration budget, RetryStrategy retries) {
        return ClientOverrideConfiguration.builder()
                .defaultProfileFile(ProfileFile.aggregator().build())
                .defaultProfileName("leapp")
                .appId("leapp")
                .retryStrategy(retries)
                .apiCallTimeout(budget)
                .apiCallAttemptTimeout(shorter(budget, attemptLimit()))
                .build();
    }

    private static RetryStrategy retries() {
        BackoffStrategy backoff = BackoffStrategy.exponentialDelay(Duration.ofMillis(100), LONGEST_PAUSE);
        return AwsRetryStrategy.standardRetryStrategy().toBuilder()
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(backoff)
                .throttlingBackoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(500), LONGEST_PAUSE))
                .build();
    }

    private static RetryStrategy retriesOfPassingTrouble() {
        return DefaultRetryStrategy.standardStrategyBuilder()
                .useClientDefaults(false)
                .maxAttempts(ATTEMPTS)
                .backoffStrategy(BackoffStrategy.exponentialDelay(Duration.ofMillis(100), LONGEST_PAUSE))
                .retryOnExceptionOrCauseInstanceOf(IOException.class)
                .retryOnExceptionInstanceOf(ApiCallAttemptTimeoutException.class)
                .retryOnException(thrown -> thrown instanceof SdkServiceException answer && answer.statusCode() >= 500)
                .build();
    }

    /** Settings that are wrong are told here: what goes wrong later, the SDK would try again. */
    private SdkHttpClient http(URI endpoint) {
        HttpConnections connections = new HttpConnections(context.http());
        opened(connections, endpoint);
        return UrlConnectionHttpClient.create(uri -> opened(connections, uri));
    }

    private static HttpURLConnection opened(HttpConnections connections, URI uri) {
        try {
            return connections.open(uri);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Duration attemptLimit() {
        return context.http().connectTimeout().plus(context.http().readTimeout());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }
}
