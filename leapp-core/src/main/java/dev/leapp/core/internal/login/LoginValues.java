package dev.leapp.core.internal.login;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.cache.KeptLogins;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** What a login depends on. A field that is not there has its default's value: to fill that in changes nothing. */
public record LoginValues(Optional<IntegrationDescriptor> type) {

    /** Returns what a login to an integration is good for. */
    public String binding(Integration integration) {
        return KeptLogins.binding(integration.type(), of(integration.settings()));
    }

    /** Returns the values by field. */
    public Map<String, String> of(Map<String, String> settings) {
        Map<String, String> values = new TreeMap<>();
        type.ifPresent(known -> known.loginFields().forEach(name -> values.put(name, value(known, name, settings))));
        return values;
    }

    private static String value(IntegrationDescriptor type, String name, Map<String, String> settings) {
        return Optional.ofNullable(settings.get(name))
                .or(() -> type.field(name).flatMap(FieldSpec::defaultValue))
                .orElse("");
    }
}
