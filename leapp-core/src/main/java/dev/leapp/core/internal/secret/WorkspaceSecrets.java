package dev.leapp.core.internal.secret;

import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.internal.cache.PromptedCredentials;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Workspace;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which secrets a workspace has.
 *
 * @param plugins know what access methods and provider chains keep
 */
record WorkspaceSecrets(Plugins plugins) {

    /** What opens the workspace itself stays where it is. */
    private static final String OWN_KEY = "workspace-key-";

    /**
     * Returns what the workspace has, or may have, in a store.
     *
     * @param store the store; if it can't list, every name is returned that may be there
     * @param whole whether everything in the store is the workspace's
     * @param workspace the workspace
     */
    Set<SecretName> in(SecretStore store, boolean whole, Workspace workspace) {
        Optional<Set<SecretName>> listed = store.names();
        Owners owners = Owners.of(workspace);
        Stream<SecretName> names = listed.map(all -> all.stream().filter(name -> whole || owners.own(name.account())))
                .orElseGet(() -> Stream.concat(lookedFor(workspace), ofTheDesktopApp(workspace)));
        return names.filter(name -> !name.account().startsWith(OWN_KEY))
                .sorted(Comparator.comparing(SecretName::account))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Returns what this program may look for in a store. */
    Stream<SecretName> lookedFor(Workspace workspace) {
        Stream<SecretName> logins =
                workspace.integrations().stream().map(integration -> KeptLogins.name(integration.id()));
        return Stream.concat(workspace.sessions().stream().flatMap(this::lookedFor), logins);
    }

    /** Fails if a store that can't list may hold what nobody here knows of. */
    void requireKnown(Workspace workspace) {
        List<Session> unknown =
                workspace.sessions().stream().filter(this::isUnknown).toList();
        if (!unknown.isEmpty()) {
            throw SelectionTexts.unknownSecrets(unknown.get(0));
        }
    }

    private Stream<SecretName> lookedFor(Session session) {
        Stream<String> fields =
                plugins.accessMethod(session.type()).stream().flatMap(method -> method.secretAccounts().stream());
        Stream<String> kept = plugins.providerChains().stream()
                .filter(chain -> chain.cloudProvider().equals(session.type().cloudProvider()))
                .flatMap(chain -> chain.secretAccounts().stream());
        return Stream.concat(
                Stream.of(PromptedCredentials.name(session.id())),
                Stream.concat(fields, kept).distinct().map(end -> new SecretName(session.id() + "-" + end)));
    }

    private static Stream<SecretName> ofTheDesktopApp(Workspace workspace) {
        Stream<String> sessions = workspace.sessions().stream().flatMap(session -> DesktopAppAccounts.of(session.id()));
        Stream<String> integrations =
                workspace.integrations().stream().flatMap(integration -> DesktopAppAccounts.of(integration.id()));
        return Stream.concat(sessions, integrations).map(SecretName::new);
    }

    private boolean isUnknown(Session session) {
        boolean chain = session.chain()
                .map(id -> plugins.providerChains().stream()
                        .anyMatch(known -> known.id().equals(id)))
                .orElse(true);
        return !chain || plugins.accessMethod(session.type()).isEmpty();
    }
}
