package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.profile.Entry;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.util.List;

/** A {@code credential_process} line in the config file, with region and endpoint; no secret is written. */
final class CredentialProcessChain implements ProviderChain {

    private final PluginContext context;
    private final AwsFiles files;
    private final WishList wishes;
    private final SectionPublisher publisher = new SectionPublisher(CredentialProcessFactory.ID);

    CredentialProcessChain(PluginContext context) {
        this.context = context;
        this.files = new AwsFiles(context);
        this.wishes = new WishList(files);
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

    @Override
    public Standing inspect(Receipt receipt) {
        Standing standing = Inspection.of(receipt);
        boolean shadowed = receipt.changes().stream()
                .map(change -> SectionFacts.of(change).section().profile())
                .anyMatch(profile -> isShadowed(SectionName.inCredentials(profile)));
        return standing == Standing.INTACT && shadowed ? Standing.CHANGED : standing;
    }

    private void requireNotShadowed(Publication publication) {
        Wish shadow = wishes.inCredentials(publication, List.of());
        if (isShadowed(shadow.section())) {
            throw new Conflict(publication.session()).shadowed(shadow);
        }
    }

    /** Keys in the credentials file win over a process in the config file. */
    private boolean isShadowed(SectionName section) {
        return SectionFiles.open(files.credentials(), section.kind())
                .read()
                .map(ProfileDocument::parse)
                .map(document -> document.sections(section))
                .orElse(List.of())
                .stream()
                .flatMap(found -> found.properties().stream())
                .anyMatch(property -> CredentialKeys.decides(property.key()));
    }

    private String command(Publication publication) {
        String program = context.environment().get("LEAPP_COMMAND").orElseGet(context::command);
        return ProcessCommand.quoted(program) + " session generate "
                + publication.session().id().value();
    }
}
