package dev.leapp.cli.field;

import dev.leapp.core.spi.Plugins;
import java.util.List;

/**
 * All flags that plug-ins bring.
 *
 * @param sessions the flags of the fields of sessions
 * @param integrations the flags of the fields of integrations
 */
public record PluginFlags(FieldFlags sessions, FieldFlags integrations) {

    /** No flags, for commands that need none. */
    public static PluginFlags none() {
        return new PluginFlags(FieldFlags.ofSessions(List.of()), FieldFlags.ofIntegrations(List.of()));
    }

    /** The flags for all fields that these plug-ins declare. */
    public static PluginFlags of(Plugins plugins) {
        return new PluginFlags(
                FieldFlags.ofSessions(plugins.accessMethods()), FieldFlags.ofIntegrations(plugins.integrations()));
    }
}
