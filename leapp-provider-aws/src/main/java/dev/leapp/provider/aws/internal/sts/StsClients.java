package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.spi.HttpSettings;
import dev.leapp.core.spi.PluginContext;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.awscore.defaultsmode.DefaultsMode;
import software.amazon.awssdk.awscore.retry.AwsRetryStrategy;
import software.amazon.awssdk.core.client.config.ClientOverrideConfiguration;
import software.amazon.awssdk.http.urlconnection.ProxyConfiguration;
import software.amazon.awssdk.http.urlconnection.UrlConnectionHttpClient;
import software.amazon.awssdk.profiles.ProfileFile;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.retries.api.BackoffStrategy;
import software.amazon.awssdk.retries.api.RetryStrategy;
import software.amazon.awssdk.services.sts.StsClient;

/**
 * Opens clients that get everything from us: credentials, region, endpoint, time limits, an empty profile file. Whatever is left unset, the SDK would look up in
 * environment variables, in {@code ~/.aws} or at the instance metadata address.
 */
public final class StsClients {

    private static final int ATTEMPTS = 4;

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);

    private static final String STANDARD_REGION = "us-east-1";

    private final PluginContext context;
    private final StsEndpoint endpoints;

    public StsClients(PluginContext context) {
        this.context = context;
        this.endpoints = new StsEndpoint(context.environment());
    }

    /**
     * Opens a client; the caller closes it.
     *
     * @param region the region, or empty text for the standard one
     * @param budget how long a call may take in all, with retries
     */
    Connection open(StsCaller caller, String region, Duration budget) {
        Region where = regionNamed(region);
        URI endpoint = caller.endpointUrl().map(URI::create).orElseGet(() -> endpoints.in(where));
        StsClient client = StsClient.builder()
                .region(where)
                .endpointOverride(endpoint)
                .credentialsProvider(caller.credentials())
                .defaultsMode(DefaultsMode.STANDARD)
                .fipsEnabled(false)
                .dualstackEnabled(false)
                .httpClientBuilder(http())
                .overrideConfiguration(overrides(budget))
                .build();
        return new Connection(client, endpoint);
    }

    /** Returns the region of that name, the standard one for empty text. */
    static Region regionNamed(String name) {
        return Region.of(name.isBlank() ? STANDARD_REGION : name.strip());
    }

    private ClientOverrideConfiguration overrides(Duration budget) {
        return ClientOverrideConfiguration.builder()
                .defaultProfileFile(ProfileFile.aggregator().build())
                .defaultProfileName("leapp")
                .appId("leapp")
                .retryStrategy(retries())
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

    private UrlConnectionHttpClient.Builder http() {
        HttpSettings settings = context.http();
        return UrlConnectionHttpClient.builder()
                .connectionTimeout(settings.connectTimeout())
                .socketTimeout(settings.readTimeout())
                .proxyConfiguration(ProxyConfiguration.builder()
                        .useSystemPropertyValues(true)
                        .useEnvironmentVariablesValues(false)
                        .build());
    }

    private Duration attemptLimit() {
        return context.http().connectTimeout().plus(context.http().readTimeout());
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) < 0 ? a : b;
    }

    /**
     * A client and where it leads.
     *
     * @param client the SDK's client
     * @param endpoint the URL that it calls
     */
    record Connection(StsClient client, URI endpoint) implements AutoCloseable {

        @Override
        public void close() {
            client.close();
        }
    }
}
