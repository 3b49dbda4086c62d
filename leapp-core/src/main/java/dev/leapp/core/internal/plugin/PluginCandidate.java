package dev.leapp.core.internal.plugin;

import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** A plug-in that was found, of which no code has run yet. */
record PluginCandidate(Class<?> type, Supplier<? extends LeappPlugin> maker, String source, boolean trusted) {

    @Nullable
    LeappPluginInfo info() {
        return type.getAnnotation(LeappPluginInfo.class);
    }

    String idOrClass() {
        LeappPluginInfo info = info();
        return info == null ? type.getName() : info.id();
    }

    String version() {
        LeappPluginInfo info = info();
        return info == null ? "" : info.version();
    }
}
