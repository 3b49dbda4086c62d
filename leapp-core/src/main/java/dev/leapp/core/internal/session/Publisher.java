package dev.leapp.core.internal.session;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.ProviderChainDescriptor;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Workspace;
import java.util.Optional;

/** Hands credentials over to a provider chain and takes them back, by receipt. */
public record Publisher(Chains chains, Receipts receipts, SecretStore store) {

    /**
     * Publishes by the session's chain; what is published already stays with the chain that did it until it is withdrawn. Returns the
     * chain's id.
     */
    String publish(Session session, Workspace workspace, Credentials credentials, AttemptId attempt, boolean takeover) {
        Optional<Receipt> earlier = receipts.of(session.id());
        boolean mayTakeOver = takeover || receipts.wasTakeover(session.id());
        String chain = earlier.map(Receipt::chain)
                .orElseGet(() -> accepting(session, workspace, credentials).id());
        chains.chain(session.name(), chain)
                .publish(Publication.builder(session, credentials, attempt)
                        .profileName(profileName(session, workspace))
                        .takeover(mayTakeOver)
                        .earlier(earlier.orElse(null))
                        .kept(new SessionSecrets(store, session.id()))
                        .journal(receipt -> receipts.record(receipt, mayTakeOver))
                        .build());
        return chain;
    }

    private ProviderChainDescriptor accepting(Session session, Workspace workspace, Credentials credentials) {
        ProviderChainDescriptor chain = chains.descriptorOf(session, workspace);
        if (!chain.accepts().contains(credentials.kind())) {
            throw new SessionException(
                    CoreErrorCode.UNKNOWN_PROVIDER_CHAIN,
                    "Session '" + session.name() + "' can't be handed over by '" + chain.id()
                            + "', which does not take credentials of kind " + credentials.kind(),
                    "choose another one with 'leapp session edit --chain'");
        }
        return chain;
    }

    /** Tells whether what is published for a session was allowed to take the user's place. */
    boolean wasTakeover(SessionId id) {
        return receipts.wasTakeover(id);
    }

    /** Takes back what the receipt tells of, and leaves the receipt. */
    void withdraw(SessionId id, String sessionName) {
        receipts.of(id)
                .ifPresent(receipt ->
                        chains.chain(sessionName, receipt.chain()).withdraw(receipt, new SessionSecrets(store, id)));
    }

    private static String profileName(Session session, Workspace workspace) {
        return session.profileId()
                .flatMap(workspace::profile)
                .map(NamedProfile::name)
                .orElse(NamedProfile.DEFAULT);
    }
}
