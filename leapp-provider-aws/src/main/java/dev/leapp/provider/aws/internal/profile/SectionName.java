package dev.leapp.provider.aws.internal.profile;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A profile's place in one of the two files: {@code [ops]} in the credentials file, {@code [profile ops]} in the config file, where the default profile may
 * be {@code [default]} or {@code [profile default]}.
 *
 * @param kind which of the two files
 * @param profile the profile's name
 */
public record SectionName(Kind kind, String profile) {

    private static final Pattern SIMPLE = Pattern.compile("[A-Za-z0-9_\\-./%@:+]+");

    private static final String KEYWORD = "profile";

    private static final String DEFAULT = "default";

    /** The two files, which spell section names differently. */
    public enum Kind {
        CREDENTIALS,
        CONFIG
    }

    public SectionName {
        SafeText.requireSafeName(profile);
    }

    public static SectionName inCredentials(String profile) {
        return new SectionName(Kind.CREDENTIALS, profile);
    }

    public static SectionName inConfig(String profile) {
        return new SectionName(Kind.CONFIG, profile);
    }

    /** Returns what stands between the brackets of a section that we write, for example {@code profile ops}. */
    public String heading() {
        if (kind == Kind.CREDENTIALS || profile.equals(DEFAULT)) {
            return profile;
        }
        return SIMPLE.matcher(profile).matches() ? KEYWORD + " " + profile : KEYWORD + " '" + profile + "'";
    }

    /** Returns which profile a heading of the config file is about, empty if none. */
    public static Optional<String> profileInConfig(String heading) {
        return heading.equals(DEFAULT) ? Optional.of(DEFAULT) : named(KEYWORD, heading);
    }

    /** Returns the name behind a keyword such as {@code profile} or {@code sso-session}, as the AWS CLI reads it. */
    public static Optional<String> named(String keyword, String heading) {
        String rest = heading.startsWith(keyword) ? heading.substring(keyword.length()) : "";
        if (ByteText.indentOf(rest) == 0) {
            return Optional.empty();
        }
        return Optional.of(ShellWords.split(heading)
                .filter(words -> words.size() == 2)
                .map(words -> words.get(1))
                .orElse(ByteText.trim(rest)));
    }

    /** Tells whether any of the AWS tools would take this header for our profile. */
    boolean matches(String header) {
        String heading = ByteText.decode(ByteText.trim(header));
        if (kind == Kind.CREDENTIALS) {
            return heading.equals(profile);
        }
        return (heading.equals(DEFAULT) && profile.equals(DEFAULT)) || matchesPrefixed(heading);
    }

    private boolean matchesPrefixed(String heading) {
        if (!heading.startsWith(KEYWORD)) {
            return false;
        }
        String rest = heading.substring(KEYWORD.length());
        boolean verbatim = ByteText.indentOf(rest) > 0 && ByteText.trim(rest).equals(profile);
        return verbatim
                || ShellWords.split(heading)
                        .filter(words -> words.size() == 2)
                        .filter(words -> words.get(1).equals(profile))
                        .isPresent();
    }

    @Override
    public String toString() {
        return "[" + heading() + "]";
    }
}
