package dev.leapp.integration.sso.internal.endpoint;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The region where an IAM Identity Center is set up. It becomes part of the host that gets tokens.
 *
 * @param name such as {@code eu-west-1}
 */
public record CenterRegion(String name) {

    private static final Pattern FORM = Pattern.compile("[a-z]{2,4}(-[a-z]{2,12}){1,3}-[0-9]{1,2}");

    public CenterRegion {
        if (!isOne(name)) {
            throw new IllegalArgumentException("Not a region");
        }
    }

    public static Optional<CenterRegion> parse(String name) {
        return isOne(name) ? Optional.of(new CenterRegion(name)) : Optional.empty();
    }

    public static Optional<String> problemWith(String name) {
        return isOne(name) ? Optional.empty() : Optional.of("must be a region, such as eu-west-1");
    }

    public Partition partition() {
        return Partition.of(name);
    }

    private static boolean isOne(String name) {
        return FORM.matcher(name).matches();
    }
}
