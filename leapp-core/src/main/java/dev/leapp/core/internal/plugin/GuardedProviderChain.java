package dev.leapp.core.internal.plugin;

import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.ScopedSecrets;
import java.util.Objects;

record GuardedProviderChain(String plugin, ProviderChain chain) implements ProviderChain {

    @Override
    public void publish(Publication publication) {
        PluginGuard.call(plugin, () -> {
            chain.publish(publication);
            return true;
        });
    }

    @Override
    public void withdraw(Receipt receipt, ScopedSecrets kept) {
        PluginGuard.call(plugin, () -> {
            chain.withdraw(receipt, kept);
            return true;
        });
    }

    @Override
    public Standing inspect(Receipt receipt) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(chain.inspect(receipt)));
    }
}
