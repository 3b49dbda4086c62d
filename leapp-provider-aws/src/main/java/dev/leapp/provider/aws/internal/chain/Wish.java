package dev.leapp.provider.aws.internal.chain;

import dev.leapp.provider.aws.internal.file.UserFile;
import dev.leapp.provider.aws.internal.profile.Entry;
import dev.leapp.provider.aws.internal.profile.SectionName;
import java.util.List;

/**
 * What a section of a file is to say.
 *
 * @param file the file
 * @param section the section
 * @param entries its keys
 */
record Wish(UserFile file, SectionName section, List<Entry> entries) {

    Wish {
        entries = List.copyOf(entries);
    }

    boolean names(String key) {
        return entries.stream().anyMatch(entry -> entry.key().equals(key));
    }
}
