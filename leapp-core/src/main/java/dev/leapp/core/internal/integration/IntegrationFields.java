package dev.leapp.core.internal.integration;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.IntegrationEdit;
import dev.leapp.core.integration.NewIntegration;
import dev.leapp.core.internal.definition.FieldValues;
import dev.leapp.core.internal.integration.listing.Source;
import dev.leapp.core.internal.integration.plan.NameTemplate;
import dev.leapp.core.internal.login.LoginValues;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationProvider;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

/** Checks what a user gave for an integration, and has its provider complete it. May block on the network. */
record IntegrationFields(PluginRegistry plugins) {

    Map<String, String> complete(NewIntegration wanted) {
        IntegrationDescriptor type = descriptor(wanted.alias(), wanted.type());
        Map<String, String> given = FieldValues.complete(what(type), type.fields(), wanted.values(), Map.of())
                .settings();
        return checked(type, completed(type, provider(wanted.alias(), wanted.type()), given));
    }

    Map<String, String> edited(Integration integration, IntegrationEdit edit) {
        if (edit.values().isEmpty()) {
            return integration.settings();
        }
        IntegrationDescriptor type = descriptor(integration.alias(), integration.type());
        Map<String, String> given = FieldValues.partial(what(type), type.fields(), edit.values(), Map.of())
                .settings();
        Map<String, String> all = new LinkedHashMap<>(integration.settings());
        all.putAll(given);
        all.values().removeIf(String::isEmpty);
        return checked(type, completed(type, provider(integration.alias(), integration.type()), all));
    }

    /** Refuses a template that can't be filled, before anything is asked upstream. */
    void requireTemplate(Integration integration) {
        checked(descriptor(integration.alias(), integration.type()), integration.settings());
    }

    private static Map<String, String> checked(IntegrationDescriptor type, Map<String, String> settings) {
        NameTemplate.of(settings).requireKnown(type.labels());
        return settings;
    }

    /** Returns what serves an integration, and where that leads. */
    Source source(Integration integration) {
        return new Source(integration, provider(integration), digest(integration));
    }

    String digest(Integration integration) {
        return loginValues(integration).binding(integration);
    }

    /** Tells whether a login depends on what differs. */
    boolean concernsLogin(Integration before, Map<String, String> after) {
        LoginValues values = loginValues(before);
        return !values.of(before.settings()).equals(values.of(after));
    }

    private LoginValues loginValues(Integration integration) {
        return new LoginValues(plugins.integration(integration.type()));
    }

    IntegrationProvider provider(Integration integration) {
        return provider(integration.alias(), integration.type());
    }

    private IntegrationProvider provider(String alias, String type) {
        return plugins.integrationProvider(type).orElseThrow(() -> IntegrationTexts.unknownType(alias, type));
    }

    private IntegrationDescriptor descriptor(String alias, String type) {
        return plugins.integration(type).orElseThrow(() -> IntegrationTexts.unknownType(alias, type));
    }

    private static String what(IntegrationDescriptor type) {
        return "An integration of type " + type.type();
    }

    /** Returns the completed values in the order of the fields; what a provider adds comes behind. */
    private static Map<String, String> completed(
            IntegrationDescriptor type, IntegrationProvider provider, Map<String, String> given) {
        Map<String, String> left = new TreeMap<>(provider.complete(given));
        Map<String, String> ordered = new LinkedHashMap<>();
        for (FieldSpec field : type.fields()) {
            String value = left.remove(field.name());
            if (value != null) {
                ordered.put(field.name(), value);
            }
        }
        ordered.putAll(left);
        ordered.values().removeIf(String::isEmpty);
        return ordered;
    }
}
