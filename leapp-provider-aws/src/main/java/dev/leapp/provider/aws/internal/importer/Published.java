package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.Receipt;
import dev.leapp.provider.aws.internal.chain.AwsFiles;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Knows what Leapp itself wrote into the two files, and for which session: by receipts, and by the lines that call it. */
final class Published {

    private static final Pattern PROCESS = Pattern.compile("(?:.*\\s)?session generate (\\S+)");

    private final AwsFiles files;
    private final Map<String, SessionId> places = new HashMap<>();

    Published(AwsFiles files, List<Receipt> receipts) {
        this.files = files;
        for (Receipt receipt : receipts) {
            receipt.changes().forEach(change -> places.put(key(change.file(), change.place()), receipt.session()));
        }
    }

    /** Returns the session that a profile was written for, empty if it is the user's own. */
    Optional<SessionId> of(AwsProfile profile) {
        return at(files.credentials(), SectionName.inCredentials(profile.name()))
                .or(() -> at(files.config(), SectionName.inConfig(profile.name())))
                .or(() -> profile.value("credential_process").flatMap(Published::called));
    }

    private Optional<SessionId> at(Path file, SectionName section) {
        return Optional.ofNullable(places.get(key(file, section.toString())));
    }

    private static Optional<SessionId> called(String process) {
        Matcher line = PROCESS.matcher(process);
        return line.matches() && SessionId.isValid(line.group(1))
                ? Optional.of(new SessionId(line.group(1)))
                : Optional.empty();
    }

    private static String key(Path file, String place) {
        return file.toAbsolutePath() + "\n" + place;
    }
}
