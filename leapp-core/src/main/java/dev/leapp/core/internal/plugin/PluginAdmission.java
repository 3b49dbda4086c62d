package dev.leapp.core.internal.plugin;

import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginStatus;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.function.BiFunction;
import java.util.function.Consumer;

/** Decides which candidates come in; one that is refused or fails stops nobody. */
final class PluginAdmission {

    private PluginAdmission() {}

    static void admit(
            List<PluginCandidate> candidates,
            BiFunction<PluginCandidate, LeappPlugin, PluginStatus> take,
            Consumer<PluginStatus> report) {
        Map<String, Integer> claims = new HashMap<>();
        candidates.forEach(candidate -> claims.merge(candidate.idOrClass(), 1, Integer::sum));
        for (PluginCandidate candidate : candidates) {
            Optional<String> refusal = PluginRules.refusal(candidate)
                    .or(() -> duplicate(candidate, claims.getOrDefault(candidate.idOrClass(), 0)));
            report.accept(refusal.map(reason -> refused(candidate, reason)).orElseGet(() -> load(candidate, take)));
        }
    }

    private static Optional<String> duplicate(PluginCandidate candidate, int claims) {
        return claims > 1 && !candidate.trusted()
                ? Optional.of("another plug-in has the same id, and nothing says which is meant")
                : Optional.empty();
    }

    private static PluginStatus load(
            PluginCandidate candidate, BiFunction<PluginCandidate, LeappPlugin, PluginStatus> take) {
        try {
            return take.apply(candidate, candidate.maker().get());
        } catch (Exception | LinkageError | ServiceConfigurationError e) {
            return refused(candidate, "it failed while loading: " + PluginGuard.describe(e));
        }
    }

    private static PluginStatus refused(PluginCandidate candidate, String reason) {
        return new PluginStatus(
                candidate.idOrClass(), candidate.version(), candidate.source(), List.of(), Optional.of(reason), false);
    }
}
