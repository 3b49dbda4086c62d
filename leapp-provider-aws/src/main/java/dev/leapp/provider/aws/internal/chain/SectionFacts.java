package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.provider.aws.internal.profile.Digests;
import dev.leapp.provider.aws.internal.profile.Section;
import dev.leapp.provider.aws.internal.profile.Section.Property;
import dev.leapp.provider.aws.internal.profile.SectionName;
import dev.leapp.provider.aws.internal.profile.Trace;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What must be known to take a section's change back, in the words of a receipt.
 *
 * @param section the section
 * @param before what was there of the file
 * @param trace what is ours besides keys
 * @param keys the digests of the values that are ours, by key
 * @param takeover what became of the section that stood there, if one did
 */
record SectionFacts(
        SectionName section, Before before, Trace trace, Map<String, Set<String>> keys, Optional<Takeover> takeover) {

    private static final String KEY = "key:";
    private static final String OURS = "ours";
    private static final String ABSENT = "absent";

    /**
     * What was there.
     *
     * @param directory whether the file's directory was
     * @param file whether the file was
     */
    record Before(boolean directory, boolean file) {}

    /**
     * A section of somebody else's that we put our keys into.
     *
     * @param account where its bytes are kept
     * @param left digests of the section as we left it
     * @param before the digest of the section as it was, empty if that was not noted
     */
    record Takeover(String account, Set<String> left, String before) {}

    boolean isOurs(Property property) {
        return keys.getOrDefault(property.key(), Set.of()).contains(Digests.of(property.value()));
    }

    /** Tells whether all that is ours stands in a section, each key once and with a value of ours. */
    boolean standIn(Section section) {
        return keys.keySet().stream().allMatch(key -> {
            List<Property> found = section.properties().stream()
                    .filter(property -> property.key().equals(key))
                    .toList();
            return found.size() == 1 && isOurs(found.get(0));
        });
    }

    /** Tells whether a property is ours or has taken the place of one. */
    boolean isInPlaceOfOurs(Property property) {
        return keys.containsKey(property.key()) || CredentialKeys.decides(property.key());
    }

    /** Tells whether what is ours decides where credentials come from. */
    boolean decides() {
        return keys.keySet().stream().anyMatch(CredentialKeys::decides);
    }

    Change toChange(Path file) {
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("kind", section.kind().name().toLowerCase(Locale.ROOT));
        facts.put("profile", section.profile());
        putIf(facts, !before.directory(), "directory", ABSENT);
        putIf(facts, !before.file(), "file", ABSENT);
        putIf(facts, trace.createdSection(), "header", OURS);
        putIf(facts, trace.blankBefore(), "blank", OURS);
        putIf(facts, trace.terminatedBefore(), "end", OURS);
        keys.forEach((key, digests) -> facts.put(KEY + key, joined(digests)));
        takeover.ifPresent(taken -> {
            facts.put("kept", taken.account());
            facts.put("left", joined(taken.left()));
            facts.put("before", taken.before());
        });
        return new Change(file, section.toString(), facts);
    }

    static SectionFacts of(Change change) {
        var kind = SectionName.Kind.valueOf(required(change, "kind").toUpperCase(Locale.ROOT));
        var before = new Before(
                change.fact("directory").isEmpty(), change.fact("file").isEmpty());
        var trace = new Trace(
                change.fact("header").isPresent(),
                change.fact("blank").isPresent(),
                change.fact("end").isPresent());
        var takeover = change.fact("kept")
                .map(account -> new Takeover(
                        account,
                        split(required(change, "left")),
                        change.fact("before").orElse("")));
        return new SectionFacts(
                new SectionName(kind, required(change, "profile")), before, trace, keysOf(change), takeover);
    }

    private static Map<String, Set<String>> keysOf(Change change) {
        Map<String, Set<String>> keys = new LinkedHashMap<>();
        change.facts().forEach((name, value) -> {
            if (name.startsWith(KEY)) {
                keys.put(name.substring(KEY.length()), split(value));
            }
        });
        return keys;
    }

    private static String required(Change change, String fact) {
        return change.fact(fact)
                .orElseThrow(() -> new IllegalStateException("a receipt of this chain lacks the fact " + fact));
    }

    private static void putIf(Map<String, String> facts, boolean condition, String name, String value) {
        if (condition) {
            facts.put(name, value);
        }
    }

    private static String joined(Collection<String> digests) {
        return String.join(" ", digests);
    }

    private static Set<String> split(String digests) {
        return Set.copyOf(List.of(digests.split(" ", -1)));
    }
}
