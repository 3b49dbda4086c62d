package dev.leapp.cli.workspace;

import dev.leapp.cli.output.Result;
import dev.leapp.cli.run.Context;
import dev.leapp.cli.run.Usage;
import dev.leapp.core.spi.ProviderChainDescriptor;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code leapp workspace set-default-chain}. */
@Command(
        name = "set-default-chain",
        description = "Set how sessions are handed over that don't say it themselves.",
        footer = {"", "Examples:", "  leapp workspace set-default-chain aws-credential-process"})
final class SetDefaultChainCommand implements Runnable {

    private final Context context;

    @Parameters(arity = "0..1", paramLabel = "ID", description = "The chain, such as aws-credential-process.")
    @Nullable
    String id;

    SetDefaultChainCommand(Context context) {
        this.context = context;
    }

    @Override
    public void run() {
        ProviderChainDescriptor chain = chain(context.engine().plugins().providerChains());
        context.engine().workspaces().setDefaultChain(chain.cloudProvider(), chain.id());
        context.out()
                .result(new Result("sessions of " + chain.cloudProvider() + " are now handed over by " + chain.id())
                        .with("cloud", chain.cloudProvider())
                        .with("chain", chain.id()));
    }

    private ProviderChainDescriptor chain(List<ProviderChainDescriptor> all) {
        if (id == null && context.ask().interactive()) {
            return context.ask().choose("Chain", all, each -> each.id() + "  " + each.displayName());
        }
        return all.stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow(() -> Usage.error(
                        id == null ? "Missing ID" : "There is no chain '" + id + "'",
                        "there are "
                                + all.stream().map(ProviderChainDescriptor::id).collect(Collectors.joining(", "))));
    }
}
