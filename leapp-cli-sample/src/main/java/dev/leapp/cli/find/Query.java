package dev.leapp.cli.find;

import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.SessionView;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a user looks for: terms that all must fit, such as {@code tag:prod role:Admin -status:active ops}. A word without a key fits a
 * part of the name; {@code favourite} fits favourites.
 */
public final class Query {

    private static final Pattern WORD = Pattern.compile("(?:\"[^\"]*\"|[^\\s\"])+");
    private static final String FAVOURITE = "favourite";
    private static final String FAVORITE = "favorite";

    private final Map<IntegrationId, String> integrations;

    /**
     * Reads queries.
     *
     * @param integrations the names of the integrations that sessions come from
     */
    public Query(Map<IntegrationId, String> integrations) {
        this.integrations = Map.copyOf(integrations);
    }

    /**
     * Reads a query.
     *
     * @param text the terms, with spaces between; quotes keep spaces
     * @return tells whether a session fits
     * @throws dev.leapp.core.error.LeappException if there is no such key or a value is missing
     */
    public Predicate<SessionView> parse(String text) {
        Predicate<SessionView> all = session -> true;
        for (String term : words(text)) {
            all = all.and(term(term));
        }
        return all;
    }

    private Predicate<SessionView> term(String term) {
        if (term.startsWith("-") && term.length() > 1) {
            return positive(term.substring(1)).negate();
        }
        return positive(term);
    }

    private Predicate<SessionView> positive(String term) {
        int colon = term.indexOf(':');
        if (colon >= 0) {
            return QueryKey.of(term.substring(0, colon)).holds(term.substring(colon + 1), integrations);
        }
        if (term.equalsIgnoreCase(FAVOURITE) || term.equalsIgnoreCase(FAVORITE)) {
            return view -> view.session().isFavourite();
        }
        return QueryKey.NAME.holds(term, integrations);
    }

    /** Splits at white space outside of quotes, which go. */
    private static List<String> words(String text) {
        if (text.chars().filter(c -> c == '"').count() % 2 != 0) {
            throw Usage.error("A quote in the filter is not closed", null);
        }
        return WORD.matcher(text)
                .results()
                .map(word -> word.group().replace("\"", ""))
                .toList();
    }
}
