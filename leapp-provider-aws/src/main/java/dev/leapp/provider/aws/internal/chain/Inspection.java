package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.Section;
import java.util.List;

/** Compares what a receipt tells of with what stands in the files now. Reads them and no more: no lock, so that nothing is created. */
final class Inspection {

    /** One change of a receipt, and what stands of it. */
    private record Seen(SectionFacts facts, Standing standing) {}

    private Inspection() {}

    /** Without the keys that decide where credentials come from nothing is usable, whatever else still stands. */
    static Standing of(Receipt receipt) {
        List<Seen> all = receipt.changes().stream().map(Inspection::look).toList();
        if (all.stream().allMatch(seen -> seen.standing() == Standing.INTACT)) {
            return Standing.INTACT;
        }
        List<Seen> deciding =
                all.stream().filter(seen -> seen.facts().decides()).toList();
        boolean gone =
                (deciding.isEmpty() ? all : deciding).stream().allMatch(seen -> seen.standing() == Standing.MISSING);
        return gone ? Standing.MISSING : Standing.CHANGED;
    }

    private static Seen look(Change change) {
        SectionFacts facts = SectionFacts.of(change);
        byte[] bytes =
                SectionFiles.open(change.file(), facts.section().kind()).read().orElse(new byte[0]);
        return new Seen(facts, standing(facts, ProfileDocument.parse(bytes).sections(facts.section())));
    }

    private static Standing standing(SectionFacts facts, List<Section> sections) {
        if (sections.size() == 1 && facts.standIn(sections.get(0))) {
            return Standing.INTACT;
        }
        boolean taken = sections.stream()
                .flatMap(section -> section.properties().stream())
                .anyMatch(facts::isInPlaceOfOurs);
        return taken ? Standing.CHANGED : Standing.MISSING;
    }
}
