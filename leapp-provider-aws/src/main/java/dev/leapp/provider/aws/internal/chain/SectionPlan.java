package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.provider.aws.internal.file.UserFile;
import dev.leapp.provider.aws.internal.profile.ProfileDocument;
import java.util.Arrays;
import java.util.Optional;

/** How one file is to be changed, worked out from the bytes that it had. */
final class SectionPlan {

    private final UserFile file;
    private final Optional<byte[]> from;
    private final ProfileDocument to;
    private final SectionFacts facts;
    private final Optional<byte[]> displaced;

    /**
     * Plans a change.
     *
     * @param from the file's bytes, empty if there is none
     * @param to what they are to become
     * @param displaced the bytes of a section that is taken over now
     */
    SectionPlan(
            UserFile file, Optional<byte[]> from, ProfileDocument to, SectionFacts facts, Optional<byte[]> displaced) {
        this.file = file;
        this.from = from;
        this.to = to;
        this.facts = facts;
        this.displaced = displaced;
    }

    SectionFacts facts() {
        return facts;
    }

    Optional<byte[]> displaced() {
        return displaced;
    }

    Change change() {
        return facts.toChange(file.path());
    }

    /** Tells whether the file is still what the plan was made from. */
    boolean stillFits() {
        return Arrays.equals(file.read().orElse(null), from.orElse(null));
    }

    void write() {
        file.write(to.toBytes());
    }
}
