package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.spi.ClientEnvironment;
import dev.leapp.core.spi.EndpointProtocol;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.WebConsole;
import dev.leapp.core.spi.WebConsoleFactory;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** How the plug-ins hand credentials to programs and people; guarded so that whatever goes wrong in it names its plug-in. */
public final class Handing {

    private final PluginContext context;
    private final Supplier<List<Owned<LeappPlugin>>> plugins;

    Handing(PluginContext context, Supplier<List<Owned<LeappPlugin>>> plugins) {
        this.context = context;
        this.plugins = plugins;
    }

    /** Returns what clients read from environments. */
    public List<ClientEnvironment> environments() {
        return all(LeappPlugin::clientEnvironments)
                .<ClientEnvironment>map(owned -> new GuardedClientEnvironment(owned.plugin(), owned.factory()))
                .toList();
    }

    /** Returns what a cloud's clients read credentials of a kind from. */
    public Optional<ClientEnvironment> environment(String cloud, CredentialKind kind) {
        return environments().stream()
                .filter(each -> each.cloudProvider().equals(cloud) && each.accepts(kind))
                .findFirst();
    }

    /** Returns how a cloud's clients ask for credentials of a kind. */
    public Optional<EndpointProtocol> protocol(String cloud, CredentialKind kind) {
        return protocols(cloud).filter(each -> each.accepts(kind)).findFirst();
    }

    /** Returns how a cloud's clients ask, whatever the kind, before any credentials are there. */
    public Optional<EndpointProtocol> protocol(String cloud) {
        return protocols(cloud).findFirst();
    }

    /** Returns what signs in to a cloud's console. */
    public Optional<WebConsole> console(String cloud) {
        return all(LeappPlugin::webConsoles)
                .filter(owned -> cloud.equals(
                        PluginGuard.call(owned.plugin(), () -> owned.factory().cloudProvider())))
                .findFirst()
                .map(this::guarded);
    }

    private WebConsole guarded(Owned<WebConsoleFactory> owned) {
        return (request, credentials, issue) -> PluginGuard.call(
                owned.plugin(), () -> owned.factory().create(context).signIn(request, credentials, issue));
    }

    private Stream<EndpointProtocol> protocols(String cloud) {
        return all(LeappPlugin::endpointProtocols)
                .<EndpointProtocol>map(owned -> new GuardedEndpointProtocol(owned.plugin(), owned.factory()))
                .filter(each -> each.cloudProvider().equals(cloud));
    }

    private <T> Stream<Owned<T>> all(Function<LeappPlugin, List<T>> brings) {
        return plugins.get().stream()
                .flatMap(owned ->
                        PluginGuard.call(owned.plugin(), () -> List.copyOf(brings.apply(owned.factory()))).stream()
                                .map(each -> new Owned<>(owned.plugin(), each)));
    }
}
