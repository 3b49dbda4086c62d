package dev.leapp.provider.aws.internal.chain;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.Publication;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.Receipt.Change;
import dev.leapp.provider.aws.internal.file.UserFile;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
            return freshPlan(wish, true, Optional.empty()).isEmpty();
        } catch (LeappException e) {
            return false;
        }
    }

    private List<SectionPlan> fresh() {
        earlier.ifPresent(receipt -> Undo.all(receipt, publication.kept()));
        return wishes.stream()
                .flatMap(wish -> freshPlan(wish, publication.takeover(), earlier).stream())
                .toList();
    }

    private Optional<SectionPlan> freshPlan(Wish wish, boolean takeover, Optional<Receipt> undone) {
        boolean wasAbsent = newDirectories.stream()
                        .anyMatch(file -> file.path().equals(wish.file().path()))
                || undone.map(Receipt::changes).orElse(List.of()).stream()
                        .anyMatch(change -> change.file().equals(wish.file().path())
                                && !SectionFacts.of(change).before().directory());
        return new FreshPlanner(wish, new Conflict(publication.session()), takeover, !wasAbsent).plan();
    }

    private static boolean isOf(Wish wish, Change change) {
        return change.file().equals(wish.file().path())
                && SectionFacts.of(change).section().equals(wish.section());
    }
}
