package dev.leapp.provider.aws.internal.access;

import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The hosts of AWS's sign-in pages, one for each partition; those of regions lie below them. */
public enum SignInHosts {
    COMMERCIAL("aws", "signin.aws.amazon.com"),
    US_GOV("aws-us-gov", "signin.amazonaws-us-gov.com"),
    CHINA("aws-cn", "signin.amazonaws.cn"),
    EUROPEAN_SOVEREIGN("aws-eusc", "signin.amazonaws-eusc.eu");

    private final String partition;
    private final String host;

    SignInHosts(String partition, String host) {
        this.partition = partition;
        this.host = host;
    }

    public String partition() {
        return partition;
    }

    public String host() {
        return host;
    }

    static List<String> all() {
        return List.of(values()).stream().map(each -> each.host).toList();
    }

    /** Returns the partition that a URL signs in to, empty if it is none of AWS's. */
    static Optional<String> partitionOf(String url) {
        return host(url)
                .flatMap(named -> List.of(values()).stream()
                        .filter(each -> named.equals(each.host) || named.endsWith("." + each.host))
                        .map(each -> each.partition)
                        .findFirst());
    }

    private static Optional<String> host(String url) {
        try {
            URI uri = URI.create(url);
            return "https".equals(uri.getScheme())
                    ? Optional.ofNullable(uri.getHost()).map(host -> host.toLowerCase(Locale.ROOT))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
