package dev.leapp.core.internal.integration.plan;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.spi.IntegrationDescriptor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Makes names of what is known upstream.
 *
 * @param text a text with placeholders in braces
 */
record NameTemplate(String text) {

    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-zA-Z][a-zA-Z0-9]*)\\}");

    /** What a profile's name can't have, and what a terminal would not show as it is. */
    private static final Pattern UNFIT = Pattern.compile("[\\[\\]\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}]+");

    static NameTemplate of(Integration integration) {
        String text = integration.settings().getOrDefault(IntegrationDescriptor.PROFILE_TEMPLATE, "");
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

    private static String fit(String name) {
        return UNFIT.matcher(name).replaceAll("-").strip();
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

    private String value(MatchResult found, Map<String, String> values) {
        String value = values.get(found.group(1));
        if (value == null) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE,
                    "The template '" + text + "' has " + found.group() + ", which upstream does not tell",
                    "there are {" + String.join("}, {", values.keySet()) + "}");
        }
        return value;
    }
}
