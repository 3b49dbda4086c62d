package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.file.UserFile;
import dev.leapp.provider.aws.internal.profile.Digests;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.ProfileEditor;
import dev.leapp.provider.aws.internal.profile.Section;
import dev.leapp.provider.aws.internal.profile.Section.Property;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

/** Takes one change of a receipt back, whatever of it was done, and as often as it is asked to. */
final class Undo {

    private final UserFile file;
    private final SectionFacts facts;
    private final ScopedSecrets kept;

    private Undo(Change change, ScopedSecrets kept) {
        this.file = SectionFiles.open(
                change.file(), SectionFacts.of(change).section().kind());
        this.facts = SectionFacts.of(change);
        this.kept = kept;
    }

    /** Takes all changes of a receipt back, the last one first. The caller holds the locks of the files. */
    static void all(Receipt receipt, ScopedSecrets kept) {
        List<Change> lastFirst = new ArrayList<>(receipt.changes());
        Collections.reverse(lastFirst);
        lastFirst.forEach(change -> new Undo(change, kept).apply());
    }

    private void apply() {
        file.read().ifPresent(this::takeBack);
        facts.takeover().ifPresent(taken -> kept.delete(taken.account()));
    }

    private void takeBack(byte[] bytes) {
        byte[] after = without(ProfileDocument.parse(bytes)).toBytes();
        boolean empty = after.length == 0 && !facts.before().file();
        if (empty) {
            file.delete();
        } else if (!Arrays.equals(after, bytes)) {
            file.write(after);
        }
    }

    private ProfileDocument without(ProfileDocument document) {
        Optional<byte[]> previous =
                facts.takeover().flatMap(taken -> kept.get(taken.account())).map(KeptSection::bytes);
        if (previous.isPresent()) {
            return givenBack(document, previous.get());
        }
        return new ProfileEditor(document).remove(facts.section(), facts.trace(), facts::isOurs);
    }

    private ProfileDocument givenBack(ProfileDocument document, byte[] previous) {
        List<Section> sections = document.sections(facts.section());
        if (sections.size() == 1 && isAsLeft(sections.get(0))) {
            return new ProfileEditor(document).replace(sections.get(0), previous);
        }
        ProfileDocument rest = new ProfileEditor(document).remove(facts.section(), facts.trace(), facts::isOurs);
        List<Section> left = rest.sections(facts.section());
        return left.size() == 1 ? new ProfileEditor(rest).addMissing(left.get(0), previous, this::wasDisplaced) : rest;
    }

    private boolean wasDisplaced(Property property) {
        return facts.keys().containsKey(property.key()) || CredentialKeys.decides(property.key());
    }

    private boolean isAsLeft(Section section) {
        String digest = Digests.of(section.bytes());
        return facts.takeover().filter(taken -> taken.left().contains(digest)).isPresent();
    }
}
