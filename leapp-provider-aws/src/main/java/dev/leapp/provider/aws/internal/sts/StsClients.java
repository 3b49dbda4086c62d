package dev.leapp.provider.aws.internal.sts;

import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.client.ClientSetup;
import java.net.URI;
import java.time.Duration;
import software.amazon.awssdk.regions.Region;
import software.amazon.awssdk.services.sts.StsClient;

/** Opens clients of STS. Thread-safe. */
public final class StsClients {

    private final ClientSetup setup;
    private final StsEndpoint endpoints;

    public StsClients(PluginContext context) {
        this.setup = new ClientSetup(context);
        this.endpoints = new StsEndpoint(context.environment());
    }

    /**
     * Opens a client; the caller closes it.
     *
     * @param region the region, or empty text for the standard one
     * @param budget how long a call may take in all, with retries
     */
    Connection open(StsCaller caller, String region, Duration budget) {
        Region where = ClientSetup.regionNamed(region);
        URI endpoint = caller.endpointUrl().map(URI::create).orElseGet(() -> endpoints.in(where));
        return new Connection(
                setup.client(StsClient.builder(), where, endpoint, caller.credentials(), budget), endpoint);
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
