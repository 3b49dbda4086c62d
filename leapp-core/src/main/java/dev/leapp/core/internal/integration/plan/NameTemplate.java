package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of what is known upstream.
 *
 * @param text a text with placeholders in braces
 */
public record NameTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)\\}");

    /**
     * What a name can't have that becomes a heading or a word in files of other programs: brackets, quotes, backslashes, signs of comments,
     * what no encoding has, and what a terminal would not show as it is. Names of accounts are others', and not to be trusted.
     */
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]\"'`\\\\#;\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}]+");

    /** Some programs take these from the ends of a name, and others do not. */
    private static final Pattern SPACE = Pattern.compile("\\p{Zs}");

    private static final List<String> ALWAYS = List.of("account", "accountId", "role");

    static NameTemplate of(Integration integration) {
        return of(integration.settings());
    }

    /** Returns the template of an integration with these settings. */
    public static NameTemplate of(Map<String, String> settings) {
        String text = settings.getOrDefault(IntegrationDescriptor.PROFILE_TEMPLATE, "");
        return new NameTemplate(text.isBlank() ? IntegrationDescriptor.DEFAULT_TEMPLATE : text);
    }

    /** Whether it gives all sessions the same name; then that is their common profile. */
    boolean isShared() {
        return !PLACEHOLDER.matcher(text).find();
    }

    /** Returns the template of sessions' names: they differ even where the profile is shared. */
    NameTemplate ofSessions() {
        return isShared() ? new NameTemplate(IntegrationDescriptor.DEFAULT_TEMPLATE) : this;
    }

    /** Returns a name that a session and a profile can have. */
    String name(UpstreamSession session) {
        Map<String, String> values = values(session);
        String filled = PLACEHOLDER.matcher(text).replaceAll(found -> Matcher.quoteReplacement(value(found, values)));
        String fit = fit(filled);
        return fit.isEmpty() ? fit(session.upstreamId().replace('/', '-')) : fit;
    }

    /** Returns a text without what a name can't have. */
    static String fit(String name) {
        return SPACE.matcher(UNFIT.matcher(name).replaceAll("-"))
                .replaceAll(" ")
                .strip();
    }

    /**
     * Refuses a placeholder that nothing can fill.
     *
     * @param labels the labels that sessions may have
     */
    public void requireKnown(Set<String> labels) {
        Set<String> known = new LinkedHashSet<>(ALWAYS);
        labels.stream().sorted().forEach(known::add);
        PLACEHOLDER
                .matcher(text)
                .results()
                .filter(found -> !known.contains(found.group(1)))
                .findFirst()
                .ifPresent(found -> {
                    throw unknown(found.group(), known);
                });
    }

    private static Map<String, String> values(UpstreamSession session) {
        String account = session.account().name();
        Map<String, String> values = new LinkedHashMap<>();
        values.put("account", account.isBlank() ? session.account().id() : account);
        values.put("accountId", session.account().id());
        values.put("role", session.role());
        session.labels().forEach(values::putIfAbsent);
        return values;
    }

    /** Upstream need not tell each label of each account. */
    private static String value(MatchResult found, Map<String, String> values) {
        return values.getOrDefault(found.group(1), "");
    }

    private LeappException unknown(String placeholder, Set<String> known) {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE,
                "The template '" + text + "' has " + placeholder + ", which upstream does not tell",
                "there are {" + String.join("}, {", known) + "}");
    }
}
