package dev.leapp.provider.aws.internal.importer;

import dev.leapp.core.integration.Integration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The start URLs of IAM Identity Center: one integration for each URL and region, whoever names them. */
final class Portals {

    private static final String TYPE = "aws-sso";
    private static final Pattern URL = Pattern.compile("https?://[^\\s/]+\\S*");
    private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]*");
    private static final Pattern ACCOUNT = Pattern.compile("\\d{12}");
    private static final Pattern ROLE = Pattern.compile("[\\w+=,.@-]{1,64}");

    private final Map<String, AwsProfile> ssoSessions;
    private final Map<String, Integration> integrations = new LinkedHashMap<>();

    Portals(Map<String, AwsProfile> ssoSessions) {
        this.ssoSessions = ssoSessions;
        ssoSessions.values().forEach(section -> integration(section, section.name()));
    }

    List<Integration> integrations() {
        return List.copyOf(integrations.values());
    }

    /** Says what is wrong with an {@code sso-session} section, if something is. */
    Optional<String> problem(AwsProfile section) {
        if (!matches(section, "sso_start_url", URL)) {
            return Optional.of("it has no sso_start_url that is a URL");
        }
        return matches(section, "sso_region", REGION) ? Optional.empty() : Optional.of("it has no sso_region");
    }

    Part role(AwsProfile profile) {
        if (!profile.has("sso_session") && !profile.has("sso_start_url")) {
            return Part.ABSENT;
        }
        Optional<AwsProfile> section = section(profile);
        if (section.isEmpty()) {
            return Part.bad("its sso_session is not in the config file");
        }
        Optional<String> problem = problem(section.get());
        if (problem.isPresent()) {
            return Part.bad(problem.get());
        }
        integration(section.get(), host(section.get()));
        return matches(profile, "sso_account_id", ACCOUNT) && matches(profile, "sso_role_name", ROLE)
                ? Part.GOOD
                : Part.bad("it names no account and role; its portal is imported as an integration");
    }

    /** Returns the integration of a profile whose part is good. */
    Integration of(AwsProfile profile) {
        AwsProfile section = section(profile).orElseThrow();
        return integration(section, host(section)).orElseThrow();
    }

    private Optional<AwsProfile> section(AwsProfile profile) {
        return profile.has("sso_session") ? profile.value("sso_session").map(ssoSessions::get) : Optional.of(profile);
    }

    private Optional<Integration> integration(AwsProfile section, String alias) {
        if (problem(section).isPresent()) {
            return Optional.empty();
        }
        String url = url(section);
        String region = section.value("sso_region").orElseThrow();
        return Optional.of(integrations.computeIfAbsent(
                url + "\n" + region,
                key -> new Integration(
                        DerivedIds.integration(url, region),
                        alias,
                        TYPE,
                        new LinkedHashMap<>(Map.of("portalUrl", url, "region", region)))));
    }

    /** The URL without what browsers leave at its end. */
    private static String url(AwsProfile section) {
        return section.value("sso_start_url").orElseThrow().replaceAll("[/#]+$", "");
    }

    private static String host(AwsProfile section) {
        return url(section).replaceAll("^https?://|/.*$", "");
    }

    private static boolean matches(AwsProfile section, String key, Pattern pattern) {
        return section.value(key)
                .filter(value -> pattern.matcher(value).matches())
                .isPresent();
    }
}
