package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.Assertions;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.Workspace;
import java.net.URI;
import java.time.Instant;
import java.util.List;

/** The assertions of the identity providers that a session refers to. */
record SessionAssertions(
        Session session, Workspace workspace, PluginRegistry plugins, UserInteraction interaction, Instant deadline)
        implements Assertions {

    @Override
    public Secret get(IdpUrlId id, List<String> recipients) {
        AssertionRequest request = AssertionRequest.builder(session, url(id))
                .recipients(recipients)
                .interaction(interaction)
                .deadline(deadline)
                .build();
        return plugins.assertionSources().of(session).assertion(request);
    }

    private URI url(IdpUrlId id) {
        IdpUrl url = workspace.idpUrls().stream()
                .filter(there -> there.id().equals(id) && session.settings().containsValue(id.value()))
                .findFirst()
                .orElseThrow(() -> SessionTexts.noIdpUrl(session, id));
        try {
            return URI.create(url.url());
        } catch (IllegalArgumentException e) {
            throw SessionTexts.noIdpUrl(session, id);
        }
    }
}
