package dev.leapp.provider.aws.internal.access;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A role that an identity provider offers, and as which provider the role knows it.
 *
 * @param roleArn the role
 * @param providerArn the SAML provider in the role's account
 */
record OfferedRole(String roleArn, String providerArn) {

    static final String PROVIDER = "arn:aws[a-z-]*:iam::[0-9]{12}:saml-provider/[\\w.-]{1,128}";

    private static final Pattern ROLE_FIRST = pair("(?<role>" + RoleFields.ARN + ")", "(?<provider>" + PROVIDER + ")");
    private static final Pattern PROVIDER_FIRST =
            pair("(?<provider>" + PROVIDER + ")", "(?<role>" + RoleFields.ARN + ")");

    private static Pattern pair(String first, String second) {
        return Pattern.compile("\\s*" + first + "\\s*,\\s*" + second + "\\s*");
    }

    /** Reads a value of the attribute: both ARNs, in either order, with a comma between them. */
    static Optional<OfferedRole> parse(String value) {
        return matched(ROLE_FIRST.matcher(value)).or(() -> matched(PROVIDER_FIRST.matcher(value)));
    }

    private static Optional<OfferedRole> matched(Matcher pair) {
        return pair.matches()
                ? Optional.of(new OfferedRole(pair.group("role"), pair.group("provider")))
                : Optional.empty();
    }
}
