package dev.leapp.core.internal.plugin;

import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import java.util.Optional;
import java.util.regex.Pattern;

/** Says why a plug-in is refused, before any of its code runs. */
final class PluginRules {

    private static final Pattern ID = Pattern.compile("[a-z0-9]+([.-][a-z0-9]+)*");
    private static final String RESERVED = "leapp.";
    private static final String OURS = "dev.leapp.";

    private PluginRules() {}

    static Optional<String> refusal(PluginCandidate candidate) {
        LeappPluginInfo info = candidate.info();
        if (info == null) {
            return Optional.of("its class has no @LeappPluginInfo");
        }
        if (info.spiVersion() != LeappPlugin.SPI_VERSION) {
            return Optional.of("it was built for version " + info.spiVersion()
                    + " of the plug-in interface, this is version " + LeappPlugin.SPI_VERSION);
        }
        if (!ID.matcher(info.id()).matches()) {
            return Optional.of("its id must be lower-case words joined by dots or hyphens");
        }
        if (info.id().startsWith(RESERVED) && !candidate.type().getName().startsWith(OURS)) {
            return Optional.of("ids that begin with '" + RESERVED + "' are Leapp's own");
        }
        return Optional.empty();
    }
}
