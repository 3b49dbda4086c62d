package dev.leapp.integration.sso.internal.endpoint;

import java.net.URI;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where users of an IAM Identity Center start. Only one that AWS serves names an instance; any other leads to one.
 *
 * @param uri in the form that AWS's services know it by
 * @param kind who serves it
 */
public record StartUrl(URI uri, Kind kind) {

    /** Who serves a start URL. */
    public enum Kind {
        /** AWS. */
        AWS,
        /** The company whose name it has. */
        VANITY,
        /** A stand-in on this machine. */
        LOCAL
    }

    private static final Pattern INSTANCE = Pattern.compile("(/ssoins-[0-9a-zA-Z]+).*");
    private static final Pattern DIRECTORY = Pattern.compile("(/directory/[0-9a-zA-Z._-]+).*");
    private static final Pattern SLASHES = Pattern.compile("/+$");
    private static final Pattern LOOPBACK = Pattern.compile("127\\.0\\.0\\.1|localhost");

    /** Returns the start URL that a text means, empty if {@link #problemWith} tells why it is none. */
    public static Optional<StartUrl> parse(String text) {
        return uri(text).filter(uri -> problem(uri).isEmpty()).flatMap(StartUrl::of);
    }

    /** Says what is wrong with a text, without repeating it. */
    public static Optional<String> problemWith(String text) {
        Optional<URI> uri = uri(text);
        if (uri.isEmpty() || uri.get().getHost() == null) {
            return Optional.of("must be a URL, such as https://d-1234567890.awsapps.com/start");
        }
        Optional<String> problem = problem(uri.get());
        return problem.isPresent() || of(uri.get()).isPresent()
                ? problem
                : Optional.of("must name an instance or a directory: copy it whole from IAM Identity Center");
    }

    /** Returns the region that the host carries. */
    public Optional<CenterRegion> region() {
        return new AwsHost(uri.getHost()).region();
    }

    @Override
    public String toString() {
        return uri.toString();
    }

    private static Optional<URI> uri(String text) {
        try {
            return Optional.of(URI.create(text.strip()));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private static Optional<String> problem(URI uri) {
        if (uri.getHost() == null) {
            return Optional.of("must be a URL with a host");
        }
        if (uri.getUserInfo() != null) {
            return Optional.of("must not hold a user's name");
        }
        if (LOOPBACK.matcher(uri.getHost()).matches()) {
            return Optional.empty();
        }
        if (!"https".equalsIgnoreCase(uri.getScheme())) {
            return Optional.of("must begin with https://");
        }
        return uri.getPort() == -1 || uri.getPort() == 443 ? Optional.empty() : Optional.of("must not name a port");
    }

    private static Optional<StartUrl> of(URI uri) {
        String host = uri.getHost().toLowerCase(Locale.ROOT);
        if (LOOPBACK.matcher(host).matches()) {
            return Optional.of(new StartUrl(made(uri.getScheme(), uri.getAuthority(), path(uri)), Kind.LOCAL));
        }
        AwsHost aws = new AwsHost(host);
        return aws.isOwned()
                ? path(aws, uri).map(path -> new StartUrl(made("https", host, path), Kind.AWS))
                : Optional.of(new StartUrl(made("https", host, path(uri)), Kind.VANITY));
    }

    private static Optional<String> path(AwsHost host, URI uri) {
        if (host.servesInstances()) {
            return first(INSTANCE, uri);
        }
        if (host.servesDirectories()) {
            return first(DIRECTORY, uri);
        }
        return Optional.of(host.isInstance() ? "" : "/start");
    }

    private static Optional<String> first(Pattern pattern, URI uri) {
        Matcher matcher = pattern.matcher(path(uri));
        return matcher.matches() ? Optional.of(matcher.group(1)) : Optional.empty();
    }

    private static String path(URI uri) {
        String path = uri.getRawPath();
        return path == null ? "" : SLASHES.matcher(path).replaceFirst("");
    }

    private static URI made(String scheme, String authority, String path) {
        return URI.create(scheme.toLowerCase(Locale.ROOT) + "://" + authority + path);
    }
}
