package dev.leapp.core.spi;

import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import java.util.List;
import java.util.Optional;

/**
 * What plug-ins there are, and what they bring. Thread-safe; nothing here runs an access method or a chain.
 *
 * @since 0.1
 */
public interface Plugins {

    /**
     * Returns what became of each plug-in that was found.
     *
     * @return the loaded ones and the refused ones, sorted by id
     */
    List<PluginStatus> report();

    /**
     * Returns the access methods that can be used.
     *
     * @return their descriptions, sorted by type
     */
    List<AccessMethodDescriptor> accessMethods();

    /**
     * Returns an access method's description.
     *
     * @param type its type
     * @return the description, empty if no plug-in provides it
     */
    Optional<AccessMethodDescriptor> accessMethod(SessionType type);

    /**
     * Returns the provider chains that can be used.
     *
     * @return their descriptions; the first of each cloud is its default
     */
    List<ProviderChainDescriptor> providerChains();

    /**
     * Returns what can be done with sessions of a type, beside what can be done with all.
     *
     * @param type the type
     * @return the actions' descriptions, sorted by id
     */
    default List<SessionActionDescriptor> sessionActions(SessionType type) {
        return List.of();
    }

    /**
     * Returns the importers that can be used.
     *
     * @return their descriptions, in the order of their plug-ins
     */
    List<WorkspaceImporterDescriptor> importers();

    /**
     * Returns what integrations there can be.
     *
     * @return descriptions, sorted by type
     */
    default List<IntegrationDescriptor> integrations() {
        return List.of();
    }

    /**
     * Returns what integrations of a type are.
     *
     * @param type the type, such as {@code aws-sso}
     * @return the description, empty if no plug-in provides it
     */
    default Optional<IntegrationDescriptor> integration(String type) {
        return integrations().stream()
                .filter(descriptor -> descriptor.type().equals(type))
                .findFirst();
    }

    /**
     * Returns the regions that plug-ins know of.
     *
     * @param cloudProvider the cloud, such as {@code aws}
     * @return region ids, sorted; others are accepted too
     */
    List<String> regions(String cloudProvider);

    /**
     * Returns to which partition of its cloud a region belongs.
     *
     * @param region the region's id
     * @return the partition, such as {@code aws-cn}; empty if no plug-in knows
     */
    default Optional<String> partition(String region) {
        return Optional.empty();
    }

    /**
     * Says what the user should know of a session as it is defined: not wrong, but hardly meant.
     *
     * @param session the session
     * @return one line for each thing; none if no plug-in provides its type
     * @throws dev.leapp.core.error.PluginException if the plug-in that provides its type fails
     */
    default List<String> notes(Session session) {
        return List.of();
    }
}
