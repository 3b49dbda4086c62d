package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.IntegrationId;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A kind of integrations that the desktop app has; each has a list of its own.
 *
 * @param list the list
 * @param type what such an integration is called here
 * @param spellings what the file calls it, and what it once did
 * @param fields its fields, in the order in which the desktop app writes them
 */
record LeappIntegrationKind(LeappList list, String type, List<String> spellings, List<LeappField> fields) {

    static final LeappIntegrationKind AWS_SSO = new LeappIntegrationKind(
            LeappList.AWS_SSO,
            "aws-sso",
            List.of("AWS-SSO", "awsSso"),
            List.of(
                    LeappField.required("portalUrl"),
                    LeappField.required("region"),
                    LeappField.optional("browserOpening").standard("In-browser"),
                    LeappField.optional("accessTokenExpiration")));

    static final LeappIntegrationKind AZURE = new LeappIntegrationKind(
            LeappList.AZURE,
            "azure",
            List.of("AZURE", "azure"),
            List.of(
                    LeappField.required("tenantId"),
                    LeappField.required("region"),
                    LeappField.optional("tokenExpiration").or("_tokenExpiration")));

    static final List<LeappIntegrationKind> ALL = List.of(AWS_SSO, AZURE);

    private static final String TYPE = "type";
    private static final String ALIAS = "alias";

    static Optional<LeappIntegrationKind> of(String type) {
        return ALL.stream().filter(kind -> kind.type.equals(type)).findFirst();
    }

    /** The keys of all that is read here. */
    Set<String> keys() {
        Set<String> keys = new HashSet<>(Set.of(list.id(), ALIAS, TYPE));
        fields.forEach(field -> keys.add(field.key()));
        return keys;
    }

    Integration read(LeappElement element) throws MalformedDocumentException {
        Optional<String> spelling = element.filled(TYPE);
        if (spelling.isPresent() && !spellings.contains(spelling.get())) {
            throw element.damaged("'" + TYPE + "' is not " + spellings.get(0));
        }
        Map<String, String> settings = new LinkedHashMap<>();
        for (LeappField field : fields) {
            field.read(element).ifPresent(value -> settings.put(field.setting(), value));
        }
        LeappExtras.of(element).texts(LeappExtras.SETTINGS).forEach(settings::putIfAbsent);
        String id = element.id(list.id());
        return new Integration(new IntegrationId(id), element.filled(ALIAS).orElse(id), type, settings);
    }

    /** Writes into the node what changed, or all of an integration that is new. */
    void write(ObjectNode node, Optional<Integration> former, Integration next) throws LeappFormatException {
        if (former.isEmpty()) {
            node.put(list.id(), next.id().value()).putNull(ALIAS).put(TYPE, spellings.get(0));
            node.put("isOnline", false);
            fields.forEach(field -> node.putNull(field.key()));
        }
        if (former.isEmpty() || !former.get().alias().equals(next.alias())) {
            node.put(ALIAS, next.alias());
        }
        for (LeappField field : fields) {
            Optional<String> value = setting(next, field);
            if (former.isEmpty() || !setting(former.get(), field).equals(value)) {
                field.write(node, value, "integration '" + next.alias() + "'");
            }
        }
        LeappExtras.edit(node, LeappExtras.KEY, extras -> LeappExtras.put(extras, LeappExtras.SETTINGS, others(next)));
    }

    private Map<String, String> others(Integration integration) {
        Map<String, String> others = new LinkedHashMap<>(integration.settings());
        fields.forEach(field -> others.remove(field.setting()));
        return others;
    }

    private static Optional<String> setting(Integration integration, LeappField field) {
        return Optional.ofNullable(integration.settings().get(field.setting())).filter(value -> !value.isEmpty());
    }
}
