package dev.leapp.provider.aws.internal.sso;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the portal calls a role: an account and the name of a permission set.
 *
 * @param account the account's twelve digits
 * @param name the name of the permission set
 */
public record PortalRole(String account, String name) {

    /** The desktop app leaves {@code role} out; others copy the whole ARN of the role that IAM Identity Center has made in the account. */
    private static final Pattern ARN = Pattern.compile(
            "arn:aws[a-z-]*:iam::([0-9]{12})(?:/|:role/(?:aws-reserved/sso\\.amazonaws\\.com/(?:[a-z0-9-]+/)?)?)([\\w+=,.@-]{1,64})");

    private static final Pattern MADE = Pattern.compile("AWSReservedSSO_([\\w+=,.@-]+)_[0-9a-f]{16}");

    public static Optional<PortalRole> parse(String arn) {
        Matcher matcher = ARN.matcher(arn);
        return matcher.matches()
                ? Optional.of(new PortalRole(matcher.group(1), permissionSet(matcher.group(2))))
                : Optional.empty();
    }

    public static Optional<String> problemWith(String arn) {
        return parse(arn).isPresent()
                ? Optional.empty()
                : Optional.of("must name an account and a role, such as arn:aws:iam::123456789012/ReadOnly");
    }

    private static String permissionSet(String name) {
        Matcher matcher = MADE.matcher(name);
        return matcher.matches() ? matcher.group(1) : name;
    }
}
