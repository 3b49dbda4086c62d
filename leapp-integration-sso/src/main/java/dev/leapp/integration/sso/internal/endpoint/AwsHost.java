package dev.leapp.integration.sso.internal.endpoint;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A host of a start URL.
 *
 * @param name in lower-case letters
 */
record AwsHost(String name) {

    private static final List<String> OWNED = List.of(
            ".app.aws",
            ".portal.amazonaws.com",
            ".portal.amazonaws.com.cn",
            ".portal.amazonaws.eu",
            ".app.amazonwebservices.eu",
            ".awsapps.com",
            ".awsapps.cn",
            ".awsapps.eu");

    private static final Set<String> INSTANCES =
            Set.of("identitycenter.amazonaws.com", "identitycenter.amazonaws.com.cn", "identitycenter.amazonaws.eu");

    /** Where hosts carry the region. */
    private static final List<Pattern> WITH_REGION = List.of(
            Pattern.compile("[^.]+\\.portal\\.([a-z0-9-]+)\\.app\\.(?:aws|amazonwebservices\\.eu)"),
            Pattern.compile("[^.]+\\.([a-z0-9-]+)\\.portal\\.amazonaws\\.(?:com|com\\.cn|eu)"),
            Pattern.compile("start\\.([a-z0-9-]+)\\.(?:us-gov-home\\.awsapps\\.com|home\\.awsapps\\.cn)"));

    /** Tells whether only AWS can have that host. */
    boolean isOwned() {
        return INSTANCES.contains(name) || OWNED.stream().anyMatch(name::endsWith);
    }

    /** Tells whether an instance is told by the path. */
    boolean servesInstances() {
        return INSTANCES.contains(name);
    }

    /** Tells whether a directory is told by the path. */
    boolean servesDirectories() {
        return name.endsWith(".us-gov-home.awsapps.com") || name.endsWith(".awsapps.cn");
    }

    /** Tells whether the path says nothing. */
    boolean isInstance() {
        return name.endsWith(".app.aws") || name.contains(".portal.") || name.endsWith(".app.amazonwebservices.eu");
    }

    Optional<CenterRegion> region() {
        return WITH_REGION.stream().flatMap(this::region).findFirst();
    }

    private Stream<CenterRegion> region(Pattern pattern) {
        Matcher matcher = pattern.matcher(name);
        return matcher.matches() ? CenterRegion.parse(matcher.group(1)).stream() : Stream.empty();
    }
}
