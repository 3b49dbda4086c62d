package dev.leapp.core.internal.plugin;

import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginStatus;
import java.security.CodeSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;

/** Finds plug-ins on a class path. A broken entry is told of and stops nobody. */
final class PluginScan {

    /** A services file that is broken for good would be reported for ever. */
    private static final int MOST_FAILURES = 100;

    private final List<PluginCandidate> found = new ArrayList<>();
    private final List<PluginStatus> broken = new ArrayList<>();

    private PluginScan() {}

    static PluginScan of(ClassLoader loader) {
        PluginScan scan = new PluginScan();
        Iterator<ServiceLoader.Provider<LeappPlugin>> entries =
                ServiceLoader.load(LeappPlugin.class, loader).stream().iterator();
        while (scan.broken.size() < MOST_FAILURES && scan.takeNext(entries)) {
            // each turn takes one entry
        }
        return scan;
    }

    List<PluginCandidate> found() {
        return found;
    }

    List<PluginStatus> broken() {
        return broken;
    }

    private boolean takeNext(Iterator<ServiceLoader.Provider<LeappPlugin>> entries) {
        try {
            if (!entries.hasNext()) {
                return false;
            }
            ServiceLoader.Provider<LeappPlugin> entry = entries.next();
            found.add(new PluginCandidate(entry.type(), entry, sourceOf(entry.type()), false));
        } catch (ServiceConfigurationError | LinkageError e) {
            broken.add(
                    new PluginStatus("(unreadable entry)", "", "class path", List.of(), Optional.of(reason(e)), false));
        }
        return true;
    }

    private static String reason(Throwable e) {
        return e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    }

    private static String sourceOf(Class<?> type) {
        CodeSource source = type.getProtectionDomain().getCodeSource();
        if (source == null) {
            return "class path";
        }
        String path = source.getLocation().getPath();
        String trimmed = path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
        return trimmed.substring(trimmed.lastIndexOf('/') + 1);
    }
}
