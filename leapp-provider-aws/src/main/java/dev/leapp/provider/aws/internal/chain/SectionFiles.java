package dev.leapp.provider.aws.internal.chain;

import dev.leapp.provider.aws.internal.file.UserFile;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.nio.file.Path;

/** Opens the two shared files: what may hold keys is for the user's eyes only. */
final class SectionFiles {

    private SectionFiles() {}

    static UserFile open(Path path, SectionName.Kind kind) {
        return kind == SectionName.Kind.CREDENTIALS ? UserFile.secret(path) : UserFile.plain(path);
    }
}
