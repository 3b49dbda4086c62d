package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.profile.Entry;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import java.util.List;

/** A {@code credential_process} line in the config file, with region and endpoint; no secret is written. */
final class CredentialProcessChain implements ProviderChain {

    private final PluginContext context;
    private final WishList wishes;
    private final SectionPublisher publisher = new SectionPublisher(CredentialProcessFactory.ID);

    CredentialProcessChain(PluginContext context) {
        this.context = context;
        this.wishes = new WishList(new AwsFiles(context));
    }

    @Override
    public void publish(Publication publication) {
        List<Wish> wanted =
                wishes.inConfigOnly(publication, () -> new Entry("credential_process", command(publication)));
        requireNotShadowed(publication);
        publisher.publish(publication, wanted);
    }

    @Override
    public void withdraw(Receipt receipt, ScopedSecrets kept) {
        publisher.withdraw(receipt, kept);
    }

    /** Keys in the credentials file win over a process in the config file. */
    private void requireNotShadowed(Publication publication) {
        Wish shadow = wishes.inCredentials(publication, List.of());
        boolean shadowed = shadow
                .file()
                .read()
                .map(ProfileDocument::parse)
                .map(document -> document.sections(shadow.section()))
                .orElse(List.of())
                .stream()
                .flatMap(section -> section.properties().stream())
                .anyMatch(property -> CredentialKeys.decides(property.key()));
        if (shadowed) {
            throw new Conflict(publication.session()).shadowed(shadow);
        }
    }

    private String command(Publication publication) {
        String program = context.environment().get("LEAPP_COMMAND").orElseGet(context::command);
        return ProcessCommand.quoted(program) + " session generate "
                + publication.session().id().value();
    }
}
