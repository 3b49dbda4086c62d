package dev.leapp.core.spi;

import dev.leapp.core.workspace.Workspace;
import java.util.List;
import java.util.Map;

/**
 * What a jar adds to Leapp. Found by {@link java.util.ServiceLoader} through {@code META-INF/services}, annotated with
 * {@link LeappPluginInfo}.
 *
 * @implSpec A public class with a public constructor without parameters, which does no input or output. It holds no state; all work
 *     is done by what its factories create. Every method returns the same on every call.
 * @since 0.1
 */
public interface LeappPlugin {

    /** The version of this SPI. A plug-in of another version is refused. */
    int SPI_VERSION = 1;

    /**
     * Returns the access methods that it adds.
     *
     * @return their factories
     */
    default List<AccessMethodFactory> accessMethods() {
        return List.of();
    }

    /**
     * Returns the provider chains that it adds. The first one that any plug-in declares for a cloud is that cloud's default.
     *
     * @return their factories
     */
    default List<ProviderChainFactory> providerChains() {
        return List.of();
    }

    /**
     * Returns what it adds that can be done with sessions, its own or others'.
     *
     * @return the factories of the actions
     */
    default List<SessionActionFactory> sessionActions() {
        return List.of();
    }

    /**
     * Returns the importers that it adds.
     *
     * @return the importers
     */
    default List<WorkspaceImporter> importers() {
        return List.of();
    }

    /**
     * Returns the assertion sources that it adds. Unless a user names one, the first that can be used here is taken.
     *
     * @return their factories
     */
    default List<AssertionSourceFactory> assertionSources() {
        return List.of();
    }

    /**
     * Returns what serves integrations: where sessions come from.
     *
     * @return factories, none by default
     */
    default List<IntegrationProviderFactory> integrationProviders() {
        return List.of();
    }

    /**
     * Returns what the clients of its clouds read from the environment of their process; the first one for a cloud and a kind is taken.
     *
     * @return one for each cloud and way
     */
    default List<ClientEnvironment> clientEnvironments() {
        return List.of();
    }

    /**
     * Returns how the clients of its clouds ask an endpoint on their own machine; the first one for a cloud and a kind is taken.
     *
     * @return one for each cloud and way
     */
    default List<EndpointProtocol> endpointProtocols() {
        return List.of();
    }

    /**
     * Returns what signs in to the web consoles of its clouds.
     *
     * @return one for each cloud
     */
    default List<WebConsoleFactory> webConsoles() {
        return List.of();
    }

    /**
     * Returns the regions that it knows of, for suggestions; others are accepted too.
     *
     * @return region ids by cloud provider
     */
    default Map<String, List<String>> regions() {
        return Map.of();
    }

    /**
     * Returns to which partition of its cloud each region belongs that it knows of; what is in one is not seen from another.
     *
     * @return partitions, such as {@code aws-cn}, by region id
     */
    default Map<String, String> partitions() {
        return Map.of();
    }

    /**
     * Returns the places on the network that it needs for the sessions of a workspace, so that {@link
     * dev.leapp.core.workspace.Doctor} can tell which of them can't be reached.
     *
     * @implSpec Only computes: no input or output, as everywhere in this interface.
     * @param context what it may use of its surroundings
     * @param workspace whose sessions
     * @return the places, each once
     */
    default List<Endpoint> endpoints(PluginContext context, Workspace workspace) {
        return List.of();
    }
}
