package dev.leapp.core.internal.definition;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.internal.session.SessionTexts;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.Reference;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Turns what a user calls something that a field refers to into its id.
 *
 * @param workspace where it is looked for
 * @param next gets identity provider URLs that are new
 */
record FieldReferences(Workspace workspace, Workspace.Builder next, Ids ids) {

    Map<String, String> resolved(AccessMethodDescriptor method, Map<String, String> settings) {
        Map<String, String> resolved = new LinkedHashMap<>(settings);
        for (FieldSpec field : method.fields()) {
            field.reference()
                    .ifPresent(kind -> resolved.computeIfPresent(
                            field.name(), (name, value) -> value.isEmpty() ? value : id(kind, value)));
        }
        return resolved;
    }

    private String id(Reference kind, String value) {
        return switch (kind) {
            case SESSION -> session(value);
            case IDP_URL -> idpUrl(value);
            case INTEGRATION -> integration(value);
        };
    }

    private String session(String reference) {
        return new References<>(workspace.sessions(), session -> session.id().value(), Session::name)
                .find(reference, () -> SessionTexts.notFound(reference))
                .id()
                .value();
    }

    private String integration(String reference) {
        return new References<>(workspace.integrations(), each -> each.id().value(), Integration::alias)
                .find(
                        reference,
                        () -> new LeappException(
                                CoreErrorCode.INVALID_VALUE, "There is no integration '" + reference + "'", null))
                .id()
                .value();
    }

    private String idpUrl(String reference) {
        return workspace.idpUrls().stream()
                .filter(there ->
                        there.id().value().equals(reference) || there.url().equals(reference))
                .findFirst()
                .orElseGet(() -> added(reference))
                .id()
                .value();
    }

    private IdpUrl added(String url) {
        IdpUrl added = IdpUrls.checked(new IdpUrlId(ids.next()), url);
        next.idpUrl(added);
        return added;
    }
}
