package dev.leapp.provider.aws.internal.chain;

import dev.leapp.provider.aws.internal.chain.SectionFacts.Before;
import dev.leapp.provider.aws.internal.chain.SectionFacts.Takeover;
import dev.leapp.provider.aws.internal.profile.Digests;
import dev.leapp.provider.aws.internal.profile.Edit;
import dev.leapp.provider.aws.internal.profile.Entry;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.ProfileEditor;
import dev.leapp.provider.aws.internal.profile.Section;
import dev.leapp.provider.aws.internal.profile.SectionName;
import dev.leapp.provider.aws.internal.profile.Trace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Plans a wish's way into a file in which nothing of this session stands. */
final class FreshPlanner {

    private final Wish wish;
    private final Conflict conflict;
    private final boolean takeover;
    private final boolean directoryBefore;
    private final Optional<byte[]> bytes;
    private final ProfileDocument document;

    /**
     * Plans for a file as it is or will be.
     *
     * @param bytes the file's bytes, empty if there is none
     * @param directoryBefore whether the file's directory was there before anything was done
     */
    FreshPlanner(Wish wish, Optional<byte[]> bytes, Conflict conflict, boolean takeover, boolean directoryBefore) {
        this.wish = wish;
        this.conflict = conflict;
        this.takeover = takeover;
        this.directoryBefore = directoryBefore;
        this.bytes = bytes;
        this.document = ProfileDocument.parse(bytes.orElse(new byte[0]));
    }

    /** Returns the plan, empty if the file says already what is wanted. */
    Optional<SectionPlan> plan() {
        List<Section> sections = document.sections(wish.section());
        if (sections.isEmpty()) {
            Edit edit = new ProfileEditor(document).append(wish.section(), wish.entries());
            return Optional.of(added(edit, wish.entries()));
        }
        if (sections.size() > 1) {
            throw conflict.twice(wish);
        }
        return into(sections.get(0));
    }

    private Optional<SectionPlan> into(Section section) {
        if (isForeign(section)) {
            return Optional.of(takenOver(section));
        }
        List<Entry> missing = wish.entries().stream()
                .filter(entry -> section.value(entry.key()).isEmpty())
                .toList();
        return missing.isEmpty()
                ? Optional.empty()
                : Optional.of(added(new ProfileEditor(document).insert(section, missing), missing));
    }

    /** In the credentials file every section is somebody's; in the config file, one that decides on credentials or contradicts the wish. */
    private boolean isForeign(Section section) {
        return wish.section().kind() == SectionName.Kind.CREDENTIALS
                || section.properties().stream().anyMatch(this::isInTheWay);
    }

    private boolean isInTheWay(Section.Property property) {
        Optional<Entry> wanted = wish.entries().stream()
                .filter(entry -> entry.key().equals(property.key()))
                .findFirst();
        return wanted.map(entry -> !entry.value().equals(property.value()))
                .orElseGet(() -> CredentialKeys.decides(property.key()));
    }

    private SectionPlan takenOver(Section section) {
        if (!takeover) {
            throw conflict.foreign(wish);
        }
        ProfileDocument after = new ProfileEditor(document)
                .takeOver(
                        section,
                        property -> wish.names(property.key()) || CredentialKeys.decides(property.key()),
                        wish.entries());
        byte[] left = after.sections(wish.section()).get(0).bytes();
        var taken = new Takeover(account(), Set.of(Digests.of(left)), Digests.of(section.bytes()));
        return plan(after, Trace.KEYS_ONLY, wish.entries(), Optional.of(taken), Optional.of(section.bytes()));
    }

    private String account() {
        return wish.section().kind() == SectionName.Kind.CREDENTIALS
                ? KeptSection.OF_CREDENTIALS
                : KeptSection.OF_CONFIG;
    }

    private SectionPlan added(Edit edit, List<Entry> entries) {
        return plan(edit.document(), edit.trace(), entries, Optional.empty(), Optional.empty());
    }

    private SectionPlan plan(
            ProfileDocument after,
            Trace trace,
            List<Entry> entries,
            Optional<Takeover> taken,
            Optional<byte[]> displaced) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        entries.forEach(entry -> keys.put(entry.key(), Set.of(entry.digest())));
        var before = new Before(directoryBefore, bytes.isPresent());
        var facts = new SectionFacts(wish.section(), before, trace, keys, taken);
        return new SectionPlan(wish.file(), bytes, after, facts, displaced);
    }
}
