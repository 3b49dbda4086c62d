package dev.leapp.core.internal.definition;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;

/** Finds what a user means: by id, by name, or by a unique beginning of the id, in this order. */
public final class References<T> {

    private static final int SHORTEST_PREFIX = 4;

    private final List<T> all;
    private final Function<T, String> id;
    private final Function<T, String> name;

    public References(List<T> all, Function<T, String> id, Function<T, String> name) {
        this.all = all;
        this.id = id;
        this.name = name;
    }

    public T find(String reference, Supplier<? extends LeappException> notFound) {
        return exactly(id, reference)
                .or(() -> one(reference, matching(thing -> name.apply(thing).equals(reference))))
                .or(() -> one(reference, byPrefix(reference)))
                .orElseThrow(notFound);
    }

    private Optional<T> exactly(Function<T, String> of, String reference) {
        return matching(thing -> of.apply(thing).equals(reference)).stream().findFirst();
    }

    private List<T> byPrefix(String reference) {
        return reference.length() < SHORTEST_PREFIX
                ? List.of()
                : matching(thing -> id.apply(thing).startsWith(reference));
    }

    private List<T> matching(Predicate<T> test) {
        return all.stream().filter(test).toList();
    }

    private Optional<T> one(String reference, List<T> found) {
        if (found.size() > 1) {
            List<String> candidates = found.stream()
                    .map(thing -> name.apply(thing) + " (" + id.apply(thing) + ")")
                    .toList();
            throw new LeappException(
                    CoreErrorCode.AMBIGUOUS_NAME,
                    "'" + reference + "' fits several: " + String.join(", ", candidates),
                    "name one by its id");
        }
        return found.stream().findFirst();
    }
}
