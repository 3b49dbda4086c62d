package dev.leapp.provider.aws.internal.chain;

import dev.leapp.provider.aws.internal.chain.SectionFacts.Takeover;
import dev.leapp.provider.aws.internal.profile.Digests;
import dev.leapp.provider.aws.internal.profile.Entry;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.ProfileEditor;
import dev.leapp.provider.aws.internal.profile.Section;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Plans new values in the place of those that an earlier publication of this session wrote, if they all still stand there.
 *
 * <p>Its facts know the values before and after, so that a crash between receipt and file is undone either way.
 */
final class RotationPlanner {

    private final Wish wish;
    private final SectionFacts earlier;
    private final Optional<byte[]> bytes;
    private final ProfileDocument document;

    RotationPlanner(Wish wish, SectionFacts earlier) {
        this.wish = wish;
        this.earlier = earlier;
        this.bytes = wish.file().read();
        this.document = ProfileDocument.parse(bytes.orElse(new byte[0]));
    }

    /** Returns the plan, empty if what stands there is not what was written. */
    Optional<SectionPlan> plan() {
        List<Section> sections = document.sections(wish.section());
        if (sections.size() != 1 || !isIntact(sections.get(0))) {
            return Optional.empty();
        }
        Section section = sections.get(0);
        List<Entry> entries = wish.entries().stream()
                .filter(entry -> earlier.keys().containsKey(entry.key()))
                .toList();
        ProfileDocument after = new ProfileEditor(document).update(section, entries);
        var facts = new SectionFacts(
                wish.section(), earlier.before(), earlier.trace(), keys(section, entries), takeover(section, after));
        return Optional.of(new SectionPlan(wish.file(), bytes, after, facts, Optional.empty()));
    }

    private boolean isIntact(Section section) {
        boolean sameKeys = earlier.keys().keySet().stream().allMatch(wish::names);
        boolean restIsThere = wish.entries().stream()
                .filter(entry -> !earlier.keys().containsKey(entry.key()))
                .allMatch(entry -> section.value(entry.key()).equals(Optional.of(entry.value())));
        return sameKeys && earlier.standIn(section) && restIsThere;
    }

    private static Map<String, Set<String>> keys(Section section, List<Entry> entries) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        for (Entry entry : entries) {
            String now = Digests.of(section.value(entry.key()).orElseThrow());
            keys.put(entry.key(), both(now, entry.digest()));
        }
        return keys;
    }

    /** A section that the user edited since is never again taken for what we left. */
    private Optional<Takeover> takeover(Section now, ProfileDocument after) {
        return earlier.takeover().map(taken -> {
            String digest = Digests.of(now.bytes());
            if (!taken.left().contains(digest)) {
                return taken;
            }
            byte[] left = after.sections(wish.section()).get(0).bytes();
            return new Takeover(taken.account(), both(digest, Digests.of(left)), taken.before());
        });
    }

    private static Set<String> both(String one, String other) {
        return one.equals(other) ? Set.of(one) : Set.of(one, other);
    }
}
