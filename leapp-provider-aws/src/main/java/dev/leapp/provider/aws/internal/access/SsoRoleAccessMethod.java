package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IntegrationLogin;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.sso.Portal;
import dev.leapp.provider.aws.internal.sso.PortalRole;
import java.time.Instant;
import software.amazon.awssdk.services.sso.model.RoleCredentials;

/** Exchanges the token of who is logged in to IAM Identity Center for credentials of a role. */
final class SsoRoleAccessMethod implements AccessMethod {

    private final PluginContext plugin;
    private final Portal portal;

    SsoRoleAccessMethod(PluginContext plugin, Portal portal) {
        this.plugin = plugin;
        this.portal = portal;
    }

    @Override
    public Credentials issue(IssueContext context) {
        Session session = context.session();
        PortalRole role = session.setting(RoleFields.ROLE_ARN)
                .flatMap(PortalRole::parse)
                .orElseThrow(() -> missing(session, "a role", "--role-arn ARN"));
        IntegrationLogin login = session.setting(SsoRoleFactory.INTEGRATION)
                .map(IntegrationId::new)
                .map(context::login)
                .orElseThrow(() -> missing(session, "an integration", "--integration NAME"));
        try (Secret token = login.accessToken()) {
            context.interaction().progress("Asking the AWS access portal for credentials of the role");
            return issue(context, login, role, token);
        }
    }

    /** A token may be refused before it expires: somebody ended the login upstream. Another one is tried once. */
    private Credentials issue(IssueContext context, IntegrationLogin login, PortalRole role, Secret token) {
        try {
            return asked(context, login, role, token);
        } catch (CredentialException e) {
            if (e.code() != CoreErrorCode.LOGIN_NEEDED) {
                throw e;
            }
            try (Secret other = login.accessTokenInsteadOf(token)) {
                if (other.equals(token)) {
                    throw e;
                }
                return asked(context, login, role, other);
            }
        }
    }

    private Credentials asked(IssueContext context, IntegrationLogin login, PortalRole role, Secret token) {
        Instant issuedAt = plugin.clock().instant();
        return credentials(
                issuedAt, portal.credentials(context.session().name(), login, role, token, context.deadline()));
    }

    private static Credentials credentials(Instant issuedAt, RoleCredentials answer) {
        return Credentials.builder(CredentialKind.ACCESS_KEY, issuedAt)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, answer.accessKeyId())
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of(answer.secretAccessKey()))
                .secret(AwsAccessKey.SESSION_TOKEN, Secret.of(answer.sessionToken()))
                .expiresAt(Instant.ofEpochMilli(answer.expiration()))
                .build();
    }

    private static CredentialException missing(Session session, String what, String flag) {
        return new CredentialException(
                CoreErrorCode.INVALID_VALUE,
                "Session " + session.name() + " names no " + what.replaceFirst("^an? ", ""),
                "give it " + what + ": leapp session edit '" + session.name() + "' " + flag,
                null);
    }
}
