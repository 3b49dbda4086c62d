package dev.leapp.core.internal.session;

import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.workspace.Workspace;
import java.util.Optional;

/** Finds the chain that a session is handed over by: its own, else the workspace's for its cloud, else the cloud's default. */
public record Chains(PluginRegistry plugins) {

    private static final String SETTING = "chain.";

    public static String settingFor(String cloudProvider) {
        return SETTING + cloudProvider;
    }

    ProviderChainDescriptor descriptorOf(Session session, Workspace workspace) {
        return find(session, workspace)
                .orElseThrow(() -> SessionTexts.unknownChain(
                        session.name(),
                        named(session, workspace)
                                .orElse("(any for " + session.type().cloudProvider() + ")")));
    }

    boolean refreshesItself(Session session, Workspace workspace) {
        return find(session, workspace)
                .map(ProviderChainDescriptor::refreshesItself)
                .orElse(false);
    }

    /** Tells of a chain by its id; of one that is not here, that it does not. */
    boolean refreshesItself(String id) {
        return plugins.providerChains().stream().anyMatch(chain -> chain.id().equals(id) && chain.refreshesItself());
    }

    private Optional<ProviderChainDescriptor> find(Session session, Workspace workspace) {
        String cloud = session.type().cloudProvider();
        Optional<String> named = named(session, workspace);
        return plugins.providerChains().stream()
                .filter(chain -> chain.cloudProvider().equals(cloud))
                .filter(chain -> named.isEmpty() || chain.id().equals(named.get()))
                .findFirst();
    }

    private static Optional<String> named(Session session, Workspace workspace) {
        String setting = settingFor(session.type().cloudProvider());
        return session.chain().or(() -> Optional.ofNullable(workspace.settings().get(setting)));
    }

    ProviderChain chain(String sessionName, String id) {
        return plugins.chain(id).orElseThrow(() -> SessionTexts.unknownChain(sessionName, id));
    }
}
