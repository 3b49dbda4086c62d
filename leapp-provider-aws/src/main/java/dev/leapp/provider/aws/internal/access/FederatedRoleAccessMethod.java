package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.provider.aws.internal.sts.DurationCappedException;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithSamlRequest;

/** Assumes a role with the assertion of a SAML identity provider, which is used once, at once, for AWS alone. */
final class FederatedRoleAccessMethod implements AccessMethod {

    private final PluginContext plugin;
    private final StsCalls sts;

    FederatedRoleAccessMethod(PluginContext plugin, StsCalls sts) {
        this.plugin = plugin;
        this.sts = sts;
    }

    @Override
    public Credentials issue(IssueContext context) {
        IdpUrlId idpUrl = context.session()
                .setting(FederatedRoleFactory.IDP_URL)
                .map(IdpUrlId::new)
                .orElseThrow(() -> noIdpUrl(context.session()));
        try (Secret assertion = context.assertions().get(idpUrl, SignInHosts.all())) {
            return issued(context, assertion);
        }
    }

    private Credentials issued(IssueContext context, Secret assertion) {
        SamlAssertion said = read(context.session(), assertion);
        AssertionPartitions partitions = new AssertionPartitions(context.session());
        partitions.requireAws(said.recipients());
        OfferedRole role = new RoleChoice(context).among(said);
        partitions.requireFitting(role, said.recipients());
        tellIfExpired(context, said);
        Optional<Duration> wanted = RoleDuration.of(context.session());
        try {
            Duration duration = wanted.or(said::sessionDuration).orElse(RoleDuration.LONGEST);
            return assume(context, assertion, role, duration);
        } catch (DurationCappedException e) {
            wanted.ifPresent(duration -> RoleDuration.tellOfCap(context, RoleDuration.ROLES_OWN_LIMIT));
            return assume(context, assertion, role, RoleDuration.HOUR);
        }
    }

    private Credentials assume(IssueContext context, Secret assertion, OfferedRole role, Duration duration) {
        context.interaction().progress("Asking AWS STS to assume the role");
        Session session = context.session();
        AssumeRoleWithSamlRequest.Builder request = AssumeRoleWithSamlRequest.builder()
                .roleArn(role.roleArn())
                .principalArn(role.providerArn())
                .durationSeconds(RoleRequests.seconds(duration))
                .samlAssertion(SamlAssertion.compact(assertion));
        SessionPolicy.put(session, request::policy, request::policyArns);
        Instant issuedAt = plugin.clock().instant();
        return AccessKeys.temporary(
                issuedAt, sts.assumeRoleWithSaml(session, request.build(), context.deadline()), Optional.empty());
    }

    /** AWS judges by its own clock; the user may have to set this one. */
    private void tellIfExpired(IssueContext context, SamlAssertion said) {
        said.expiresAt()
                .filter(expiry -> !plugin.clock().instant().isBefore(expiry))
                .ifPresent(expiry -> context.interaction()
                        .inform("The identity provider's assertion for session "
                                + context.session().name() + " says that it expired at " + expiry
                                + ": get a new one, or set this computer's clock"));
    }

    private static SamlAssertion read(Session session, Secret assertion) {
        try {
            return SamlAssertion.parse(assertion);
        } catch (MalformedAssertionException e) {
            throw new CredentialException(
                    CoreErrorCode.REFUSED_BY_CLOUD,
                    "What the identity provider of session " + session.name() + " gave can't be used: it "
                            + e.getMessage(),
                    "try again; if that does not help, ask who manages the identity provider",
                    null);
        }
    }

    private static CredentialException noIdpUrl(Session session) {
        return new CredentialException(
                CoreErrorCode.INVALID_VALUE,
                "Session " + session.name() + " has no identity provider URL",
                "give it one: leapp session edit '" + session.name() + "' --idp-url URL",
                null);
    }
}
