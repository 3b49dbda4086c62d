package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.spi.ClientEnvironment;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.WebConsole;
import dev.leapp.core.spi.WebConsoleFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** How the plug-ins hand credentials to programs and people; guarded so that whatever goes wrong in it names its plug-in. */
public final class Handing {

    private final PluginContext context;
    private final List<ClientEnvironment> environments = new ArrayList<>();
    private final List<EndpointProtocol> protocols = new ArrayList<>();
    private final List<Owned<WebConsoleFactory>> consoles = new ArrayList<>();

    Handing(PluginContext context) {
        this.context = context;
    }

    void take(String id, LeappPlugin plugin) {
        plugin.clientEnvironments().forEach(each -> environments.add(new GuardedClientEnvironment(id, each)));
        plugin.endpointProtocols().forEach(each -> protocols.add(new GuardedEndpointProtocol(id, each)));
        plugin.webConsoles().forEach(each -> consoles.add(new Owned<>(id, each)));
    }

    /** Returns all that is read from environments: what one cloud's clients read must not reach another's program either. */
    public List<ClientEnvironment> environments() {
        return List.copyOf(environments);
    }

    /** Returns what a cloud's clients read credentials of a kind from. */
    public Optional<ClientEnvironment> environment(String cloud, CredentialKind kind) {
        return environments.stream()
                .filter(each -> each.cloudProvider().equals(cloud) && each.accepts(kind))
                .findFirst();
    }

    /** Returns how a cloud's clients ask for credentials of a kind. */
    public Optional<EndpointProtocol> protocol(String cloud, CredentialKind kind) {
        return protocols.stream()
                .filter(each -> each.cloudProvider().equals(cloud) && each.accepts(kind))
                .findFirst();
    }

    /** Returns how a cloud's clients ask, whatever the kind, before any credentials are there. */
    public Optional<EndpointProtocol> protocol(String cloud) {
        return protocols.stream()
                .filter(each -> each.cloudProvider().equals(cloud))
                .findFirst();
    }

    /** Returns what signs in to a cloud's console. */
    public Optional<WebConsole> console(String cloud) {
        return consoles.stream()
                .filter(owned -> owned.factory().cloudProvider().equals(cloud))
                .findFirst()
                .map(owned -> (request, credentials, issue) -> PluginGuard.call(
                        owned.plugin(), () -> owned.factory().create(context).signIn(request, credentials, issue)));
    }
}
