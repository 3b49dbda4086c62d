package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.file.UserFile;
import dev.leapp.provider.aws.internal.profile.Digests;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import dev.leapp.provider.aws.internal.profile.ProfileEditor;
import dev.leapp.provider.aws.internal.profile.Section;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
        outcome(receipt, kept);
        lastFirst(receipt, kept).forEach(Undo::apply);
    }

    /** What each file will be then, empty where it will be gone; fails before anything is changed if a section that should be given back is lost. */
    static Map<Path, Optional<byte[]>> outcome(Receipt receipt, ScopedSecrets kept) {
        Map<Path, Optional<byte[]>> outcome = new HashMap<>();
        for (Undo undo : lastFirst(receipt, kept)) {
            Optional<byte[]> before = outcome.computeIfAbsent(undo.file.path(), path -> undo.file.read());
            outcome.put(undo.file.path(), before.flatMap(undo::after));
        }
        return outcome;
    }

    private static List<Undo> lastFirst(Receipt receipt, ScopedSecrets kept) {
        List<Undo> undos = new ArrayList<>();
        receipt.changes().forEach(change -> undos.add(0, new Undo(change, kept)));
        return undos;
    }

    private void apply() {
        file.read().ifPresent(this::takeBack);
        facts.takeover().ifPresent(taken -> kept.delete(taken.account()));
    }

    private void takeBack(byte[] bytes) {
        Optional<byte[]> after = after(bytes);
        if (after.isEmpty()) {
            file.delete();
        } else if (!Arrays.equals(after.get(), bytes)) {
            file.write(after.get());
        }
    }

    private Optional<byte[]> after(byte[] bytes) {
        byte[] after = without(ProfileDocument.parse(bytes)).toBytes();
        return after.length == 0 && !facts.before().file() ? Optional.empty() : Optional.of(after);
    }

    private ProfileDocument without(ProfileDocument document) {
        if (isGivenBack(document)) {
            return document;
        }
        Optional<byte[]> previous =
                facts.takeover().flatMap(taken -> kept.get(taken.account())).map(KeptSection::bytes);
        if (previous.isPresent()) {
            return givenBack(document, previous.get());
        }
        if (document.sections(facts.section()).stream().anyMatch(this::isAsLeft)) {
            throw lost();
        }
        return new ProfileEditor(document).remove(facts.section(), facts.trace(), facts::isOurs);
    }

    private LeappException lost() {
        return new LeappException(
                CoreErrorCode.SECRET_MISSING,
                "What stood in section " + facts.section() + " of " + file.path()
                        + " before Leapp took it over is not in the secret store any more: nothing was changed",
                "write by hand what belongs into the section, then stop the session again");
    }

    private ProfileDocument givenBack(ProfileDocument document, byte[] previous) {
        List<Section> sections = document.sections(facts.section());
        if (sections.size() == 1 && isAsLeft(sections.get(0))) {
            return new ProfileEditor(document).replace(sections.get(0), previous);
        }
        ProfileDocument rest = new ProfileEditor(document).remove(facts.section(), facts.trace(), facts::isOurs);
        List<Section> left = rest.sections(facts.section());
        return left.size() == 1
                ? new ProfileEditor(rest).addMissing(left.get(0), previous, facts::isInPlaceOfOurs)
                : rest;
    }

    /** What stood there may say the same as we do: then it must not be taken for ours. */
    private boolean isGivenBack(ProfileDocument document) {
        List<Section> sections = document.sections(facts.section());
        return sections.size() == 1
                && facts.takeover()
                        .filter(taken ->
                                taken.before().equals(Digests.of(sections.get(0).bytes())))
                        .isPresent();
    }

    private boolean isAsLeft(Section section) {
        String digest = Digests.of(section.bytes());
        return facts.takeover().filter(taken -> taken.left().contains(digest)).isPresent();
    }
}
