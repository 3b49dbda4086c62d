package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.ProviderChain;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.profile.Entry;
import java.util.ArrayList;
import java.util.List;

/** Keys in the shared credentials file, region and endpoint in the config file. */
final class CredentialsFileChain implements ProviderChain {

    private final WishList wishes;
    private final SectionPublisher publisher = new SectionPublisher(CredentialsFileFactory.ID);

    CredentialsFileChain(PluginContext context) {
        this.wishes = new WishList(new AwsFiles(context));
    }

    @Override
    public void publish(Publication publication) {
        publisher.publish(publication, wishes.withCredentials(publication, () -> keys(publication)));
    }

    @Override
    public void withdraw(Receipt receipt, ScopedSecrets kept) {
        publisher.withdraw(receipt, kept);
    }

    @Override
    public Standing inspect(Receipt receipt) {
        return Inspection.of(receipt);
    }

    private static List<Entry> keys(Publication publication) {
        AwsAccessKey key = AwsAccessKey.of(publication.credentials());
        List<Entry> entries = new ArrayList<>();
        entries.add(new Entry("aws_access_key_id", key.accessKeyId()));
        entries.add(new Entry("aws_secret_access_key", key.secretAccessKey().reveal()));
        key.sessionToken().map(Secret::reveal).ifPresent(token -> entries.add(new Entry("aws_session_token", token)));
        return entries;
    }
}
