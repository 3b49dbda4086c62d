package dev.leapp.provider.aws.internal.sts;

/** What STS was asked for: what a refusal means depends on it. */
enum Asked {
    SESSION_TOKEN(
            "to get temporary credentials",
            "ask who manages the account which policy denies it; some demand an MFA device:"
                    + " leapp session edit '%s' --mfa-device ARN",
            "check its duration and MFA device: leapp session edit '%s'"),
    IDENTITY("to ask who it is", "ask who manages the account", "check its access key: leapp session edit '%s'"),
    FEDERATION(
            "to sign in to the console",
            "the user needs the permission sts:GetFederationToken; a role of his needs none:"
                    + " leapp session add --type aws-iam-role-chained",
            "check its name and duration: leapp session edit '%s'"),
    ROLE(
            "to assume its role",
            "both must allow it: the role's trust policy, and what its parent may do (sts:AssumeRole); some roles demand"
                    + " an MFA device of the parent, an external id or a source identity: leapp session edit '%s' --help",
            "check its role, duration, tags and policy: leapp session edit '%s'"),
    WEB_IDENTITY(
            "to assume its role with that token",
            "the role's trust policy must name the token's issuer, audience and subject",
            "check its role and duration: leapp session edit '%s'"),
    SAML(
            "to assume its role with the identity provider's assertion",
            "the role's trust policy must allow the SAML provider (sts:AssumeRoleWithSAML), and the provider's metadata at"
                    + " AWS must be what the identity provider signs with",
            "check its role, SAML provider and duration: leapp session edit '%s'");

    private final String what;
    private final String ifDenied;
    private final String ifInvalid;

    Asked(String what, String ifDenied, String ifInvalid) {
        this.what = what;
        this.ifDenied = ifDenied;
        this.ifInvalid = ifInvalid;
    }

    /** Tells whether a token goes along that an answer might repeat. */
    boolean sendsAToken() {
        return this == WEB_IDENTITY || this == SAML;
    }

    /** Returns what was denied, in words that follow "AWS does not allow session X". */
    String what() {
        return what;
    }

    String ifDenied(String session) {
        return ifDenied.formatted(session);
    }

    String ifInvalid(String session) {
        return ifInvalid.formatted(session);
    }
}
