package dev.leapp.core.internal.plugin;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.AssertionSource;
import java.util.Objects;

record GuardedAssertionSource(String plugin, AssertionSource source) implements AssertionSource {

    @Override
    public Secret assertion(AssertionRequest request) {
        return PluginGuard.call(plugin, () -> Objects.requireNonNull(source.assertion(request)));
    }
}
