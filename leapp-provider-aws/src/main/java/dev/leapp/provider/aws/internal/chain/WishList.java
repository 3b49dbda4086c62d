package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.spi.Publication;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.profile.Entry;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** What the two files are to say about a session's profile. */
final class WishList {

    private final AwsFiles files;

    WishList(AwsFiles files) {
        this.files = files;
    }

    /** Keys in the credentials file; what is not a credential goes to the config file, which is written first. */
    List<Wish> withCredentials(Publication publication, Supplier<List<Entry>> keys) {
        return checked(publication, () -> {
            List<Wish> wishes = new ArrayList<>();
            List<Entry> settings = settings(publication);
            if (!settings.isEmpty()) {
                wishes.add(inConfig(publication, settings));
            }
            wishes.add(inCredentials(publication, keys.get()));
            return wishes;
        });
    }

    /** Everything in the config file. */
    List<Wish> inConfigOnly(Publication publication, Supplier<Entry> process) {
        return checked(publication, () -> {
            List<Entry> entries = new ArrayList<>(List.of(process.get()));
            entries.addAll(settings(publication));
            return List.of(inConfig(publication, entries));
        });
    }

    Wish inCredentials(Publication publication, List<Entry> entries) {
        return wish(files.credentials(), SectionName.inCredentials(publication.profileName()), entries);
    }

    private Wish inConfig(Publication publication, List<Entry> entries) {
        return wish(files.config(), SectionName.inConfig(publication.profileName()), entries);
    }

    private static Wish wish(Path path, SectionName section, List<Entry> entries) {
        return new Wish(SectionFiles.open(path, section.kind()), section, entries);
    }

    private static List<Entry> settings(Publication publication) {
        List<Entry> entries = new ArrayList<>();
        String region = publication.session().region();
        if (!region.isBlank()) {
            entries.add(new Entry("region", region));
        }
        AwsAccessKey.of(publication.credentials())
                .endpointUrl()
                .ifPresent(url -> entries.add(new Entry("endpoint_url", url)));
        return entries;
    }

    /** A name or value that the files can't hold is told as what it is. */
    private static List<Wish> checked(Publication publication, Supplier<List<Wish>> wishes) {
        try {
            return wishes.get();
        } catch (IllegalArgumentException e) {
            throw new SessionException(
                    CoreErrorCode.INVALID_VALUE,
                    "Session " + publication.session().name() + " can't be written to the AWS files: " + e.getMessage(),
                    "change the session's named profile or the value",
                    e);
        }
    }
}
