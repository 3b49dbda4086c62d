package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.provider.aws.internal.file.UserFile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** One publication, under the locks of all its files. */
final class PublishAttempts {

    /** How often somebody else may write a file between our reading and writing it before we give up. */
    private static final int ATTEMPTS = 5;

    private final String chain;
    private final Publication publication;
    private final List<Wish> wishes;
    private final List<UserFile> newDirectories;
    private Optional<Receipt> earlier;

    PublishAttempts(String chain, Publication publication, List<Wish> wishes, List<UserFile> newDirectories) {
        this.chain = chain;
        this.publication = publication;
        this.wishes = wishes;
        this.newDirectories = newDirectories;
        this.earlier = publication.earlier();
    }

    void run() {
        for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
            if (attempt()) {
                return;
            }
        }
        throw new LeappException(
                CoreErrorCode.LOCK_TIMEOUT,
                "Can't publish session " + publication.session().name() + ": another program keeps writing "
                        + wishes.get(0).file().path(),
                "try again");
    }

    /** Returns whether it was done; if not, somebody who knows no locks wrote one of the files meanwhile. */
    private boolean attempt() {
        List<SectionPlan> plans = earlier.flatMap(this::rotation).orElseGet(this::fresh);
        plans.forEach(this::keepDisplaced);
        Receipt receipt = new Receipt(
                chain,
                publication.session().id(),
                publication.attempt(),
                plans.stream().map(SectionPlan::change).toList());
        record(receipt, plans);
        earlier = Optional.of(receipt);
        for (SectionPlan plan : plans) {
            if (!plan.stillFits()) {
                return false;
            }
            plan.write();
        }
        return true;
    }

    /** Without a receipt nothing is published, and nothing needs to be kept. */
    private void record(Receipt receipt, List<SectionPlan> plans) {
        try {
            publication.journal().record(receipt);
        } catch (RuntimeException e) {
            plans.stream()
                    .filter(plan -> plan.displaced().isPresent())
                    .flatMap(plan -> plan.facts().takeover().stream())
                    .forEach(taken -> publication.kept().delete(taken.account()));
            throw e;
        }
    }

    private void keepDisplaced(SectionPlan plan) {
        plan.facts()
                .takeover()
                .ifPresent(taken -> plan.displaced()
                        .ifPresent(bytes -> publication.kept().put(taken.account(), KeptSection.secret(bytes))));
    }

    /** New values in the old places; empty if they are not what they were, or not where they are wanted now. */
    private Optional<List<SectionPlan>> rotation(Receipt receipt) {
        Map<Wish, Change> places = new LinkedHashMap<>();
        for (Wish wish : wishes) {
            receipt.changes().stream().filter(change -> isOf(wish, change)).forEach(change -> places.put(wish, change));
        }
        List<SectionPlan> plans = new ArrayList<>();
        places.forEach((wish, change) ->
                new RotationPlanner(wish, SectionFacts.of(change)).plan().ifPresent(plans::add));
        boolean complete = plans.size() == receipt.changes().size() && areSatisfied(places);
        return complete ? Optional.of(plans) : Optional.empty();
    }

    private boolean areSatisfied(Map<Wish, Change> places) {
        return wishes.stream().filter(wish -> !places.containsKey(wish)).allMatch(this::isSatisfied);
    }

    private boolean isSatisfied(Wish wish) {
        try {
            return planner(wish, wish.file().read(), true, Optional.empty())
                    .plan()
                    .isEmpty();
        } catch (LeappException e) {
            return false;
        }
    }

    /** Nothing is taken back unless all that is wanted then finds its place: what is refused leaves what stands there. */
    private List<SectionPlan> fresh() {
        Map<Path, Optional<byte[]>> outcome = earlier.map(receipt -> Undo.outcome(receipt, publication.kept()))
                .orElse(Map.of());
        plans(wish -> outcome.getOrDefault(wish.file().path(), wish.file().read()));
        earlier.ifPresent(receipt -> Undo.all(receipt, publication.kept()));
        return plans(wish -> wish.file().read());
    }

    private List<SectionPlan> plans(Function<Wish, Optional<byte[]>> bytes) {
        return wishes.stream()
                .flatMap(wish -> planner(wish, bytes.apply(wish), publication.takeover(), earlier).plan().stream())
                .toList();
    }

    private FreshPlanner planner(Wish wish, Optional<byte[]> bytes, boolean takeover, Optional<Receipt> undone) {
        boolean wasAbsent = newDirectories.stream()
                        .anyMatch(file -> file.path().equals(wish.file().path()))
                || undone.map(Receipt::changes).orElse(List.of()).stream()
                        .anyMatch(change -> change.file().equals(wish.file().path())
                                && !SectionFacts.of(change).before().directory());
        return new FreshPlanner(wish, bytes, new Conflict(publication.session()), takeover, !wasAbsent);
    }

    private static boolean isOf(Wish wish, Change change) {
        return change.file().equals(wish.file().path())
                && SectionFacts.of(change).section().equals(wish.section());
    }
}
