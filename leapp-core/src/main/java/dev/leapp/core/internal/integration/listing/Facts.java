package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What the answers upstream depend on, as a text: an interrupted listing is taken up only if it is the same. The account globs are not
 * part of it, because each account is told as a whole; the role globs are, because a provider may ask for those roles alone. The login
 * is, because the next one may be somebody else's.
 */
final class Facts {

    private Facts() {}

    static String of(Integration integration, SyncFilter filter, Optional<Instant> login) {
        Map<String, String> settings = new TreeMap<>(integration.settings());
        settings.remove(IntegrationDescriptor.PROFILE_TEMPLATE);
        settings.remove(IntegrationDescriptor.SESSION_REGION);
        StringBuilder facts = new StringBuilder(integration.type());
        settings.forEach((name, value) -> add(facts, name, value));
        add(facts, "", login.map(Instant::toString).orElse(""));
        filter.roles().stream().sorted().forEach(glob -> add(facts, "", glob));
        return facts.toString();
    }

    private static void add(StringBuilder facts, String name, String value) {
        facts.append('\n').append(name.length()).append(':').append(name);
        facts.append(value.length()).append(':').append(value);
    }
}
