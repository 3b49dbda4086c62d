package dev.leapp.integration.sso.internal.portal;

import dev.leapp.core.error.LeappException;
import dev.leapp.integration.sso.internal.rest.Answer;
import dev.leapp.integration.sso.internal.rest.Reply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A list that comes in pages; complete or not at all. */
final class Pages {

    private static final int MOST = 2_000;

    /** Asks for a page. */
    interface Page {
        Reply after(Optional<String> token) throws InterruptedException;
    }

    private final String name;
    private final Function<Reply, LeappException> refusal;
    private final Function<Reply, LeappException> nonsense;

    /**
     * Describes a list.
     *
     * @param name what it is called in a page
     * @param refusal says that the service refuses
     * @param nonsense says that the answer is none
     */
    Pages(String name, Function<Reply, LeappException> refusal, Function<Reply, LeappException> nonsense) {
        this.name = name;
        this.refusal = refusal;
        this.nonsense = nonsense;
    }

    <T> List<T> all(Page page, Function<Answer, Optional<T>> element) throws InterruptedException {
        List<T> all = new ArrayList<>();
        Set<String> tokens = new HashSet<>();
        Optional<String> next = Optional.empty();
        do {
            Reply reply = page.after(next);
            all.addAll(elements(reply, element));
            next = reply.body().flatMap(answer -> answer.text("nextToken"));
            if (next.isPresent() && (!tokens.add(next.get()) || tokens.size() > MOST)) {
                throw nonsense.apply(reply);
            }
        } while (next.isPresent());
        return all;
    }

    /** An answer without the list is not one that says that there is nothing. */
    private <T> List<T> elements(Reply reply, Function<Answer, Optional<T>> element) {
        if (!reply.isGood()) {
            throw refusal.apply(reply);
        }
        return reply.body().flatMap(answer -> answer.list(name)).orElseThrow(() -> nonsense.apply(reply)).stream()
                .map(answer -> element.apply(answer).orElseThrow(() -> nonsense.apply(reply)))
                .toList();
    }
}
