package dev.leapp.core.internal.integration.plan;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Names that are taken, and how others are made of them: with the account's id behind them, then with a number behind that. */
final class TakenNames {

    private static final Pattern NUMBER = Pattern.compile("-[0-9]{1,9}");

    private final Set<String> taken = new HashSet<>();
    private final Map<String, Integer> numbers = new HashMap<>();

    void add(String name) {
        taken.add(name);
    }

    private boolean has(String name) {
        return taken.contains(name);
    }

    /** Takes the name that is wanted, or the next best one that is free here, and may be used as far as the caller knows. */
    String take(String wanted, String accountId, Predicate<String> usable) {
        String name = wanted;
        if (has(name) || !usable.test(name)) {
            name = wanted + "-" + NameTemplate.fit(accountId);
        }
        String base = name;
        while (has(name) || !usable.test(name)) {
            name = base + "-" + numbers.merge(base, 2, (last, first) -> last + 1);
        }
        taken.add(name);
        return name;
    }

    /** Tells whether a name is one that {@link #take} gives to who wants another. */
    static boolean isMadeOf(String wanted, String accountId, String name) {
        if (name.equals(wanted)) {
            return true;
        }
        String base = wanted + "-" + NameTemplate.fit(accountId);
        return name.startsWith(base)
                && (name.length() == base.length()
                        || NUMBER.matcher(name.substring(base.length())).matches());
    }
}
