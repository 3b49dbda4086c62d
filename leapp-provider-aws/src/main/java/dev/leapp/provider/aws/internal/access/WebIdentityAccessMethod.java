package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.sts.DurationCappedException;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleWithWebIdentityRequest;

/** Assumes a role with an OIDC token that somebody else has issued. */
final class WebIdentityAccessMethod implements AccessMethod {

    private final PluginContext plugin;
    private final StsCalls sts;

    WebIdentityAccessMethod(PluginContext plugin, StsCalls sts) {
        this.plugin = plugin;
        this.sts = sts;
    }

    @Override
    public Credentials issue(IssueContext context) {
        Optional<Duration> wanted = RoleDuration.of(context.session());
        try (Secret token = new WebIdentityToken(plugin).of(context)) {
            return issued(context, token, wanted);
        }
    }

    private Credentials issued(IssueContext context, Secret token, Optional<Duration> wanted) {
        try {
            return assume(context, token, wanted.orElse(RoleDuration.LONGEST));
        } catch (DurationCappedException e) {
            wanted.ifPresent(duration -> RoleDuration.tellOfCap(context, RoleDuration.ROLES_OWN_LIMIT));
            return assume(context, token, RoleDuration.HOUR);
        }
    }

    private Credentials assume(IssueContext context, Secret token, Duration duration) {
        context.interaction().progress("Asking AWS STS to assume the role");
        Session session = context.session();
        AssumeRoleWithWebIdentityRequest.Builder request = AssumeRoleWithWebIdentityRequest.builder()
                .roleArn(session.setting(RoleFields.ROLE_ARN).orElse(""))
                .roleSessionName(RoleSessionName.of(session, plugin.environment()))
                .durationSeconds(RoleRequests.seconds(duration))
                .webIdentityToken(token.reveal());
        SessionPolicy.put(session, request::policy, request::policyArns);
        Instant issuedAt = plugin.clock().instant();
        return AccessKeys.temporary(
                issuedAt,
                sts.assumeRoleWithWebIdentity(session, request.build(), context.deadline()),
                Optional.empty());
    }
}
