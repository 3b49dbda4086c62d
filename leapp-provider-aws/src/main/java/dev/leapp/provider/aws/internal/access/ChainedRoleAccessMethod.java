package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.CredentialRequest;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.ParentSession;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.sts.DurationCappedException;
import dev.leapp.provider.aws.internal.sts.StsCaller;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.AssumeRoleRequest;

/**
 * Assumes a role with another session's credentials.
 *
 * <p>A role assumed straight with an IAM user's long-term key may live up to 12 hours, one assumed with temporary credentials an
 * hour. So an IAM user's key is used itself, unless the user has an MFA device: then the session that its code has opened is shared by
 * all that hang on it, and roles are renewed from it without another code, unless a longer duration is asked for.
 */
final class ChainedRoleAccessMethod implements AccessMethod {

    private final PluginContext plugin;
    private final StsCalls sts;
    private final MfaCodes codes;

    ChainedRoleAccessMethod(PluginContext plugin, StsCalls sts, MfaCodes codes) {
        this.plugin = plugin;
        this.sts = sts;
        this.codes = codes;
    }

    @Override
    public Credentials issue(IssueContext context) {
        ParentSession parent = parent(context);
        boolean isUser = parent.session().type().equals(IamUserFactory.TYPE);
        return isUser ? byUser(context, parent) : byCredentials(context, parent);
    }

    private Credentials byUser(IssueContext context, ParentSession parent) {
        IamUser user = IamUser.of(parent);
        Optional<String> device = ownDevice(context).or(user::mfaDevice);
        Optional<Duration> wanted = RoleDuration.of(context.session());
        boolean longer = wanted.filter(duration -> duration.compareTo(RoleDuration.HOUR) > 0)
                .isPresent();
        if (device.isPresent() && !longer) {
            return byCredentials(context, parent);
        }
        AssumeRoleRequest.Builder request = request(context, wanted.orElse(RoleDuration.LONGEST));
        device.ifPresent(serial -> request.serialNumber(serial).tokenCode(codes.of(context, user, serial)));
        try {
            return assume(context, StsCaller.of(user.key()), request);
        } catch (DurationCappedException e) {
            wanted.ifPresent(duration -> RoleDuration.tellOfCap(context, RoleDuration.ROLES_OWN_LIMIT));
            return device.isPresent()
                    ? byCredentials(context, parent)
                    : assume(context, StsCaller.of(user.key()), request(context, RoleDuration.HOUR));
        }
    }

    private Credentials byCredentials(IssueContext context, ParentSession parent) {
        Optional<Duration> wanted = RoleDuration.of(context.session());
        boolean isUser = parent.session().type().equals(IamUserFactory.TYPE);
        if (!isUser
                && wanted.filter(duration -> duration.compareTo(RoleDuration.HOUR) > 0)
                        .isPresent()) {
            RoleDuration.tellOfCap(context, "a role assumed by another role lives no longer");
        }
        Duration duration = RoleDuration.shorter(wanted.orElse(RoleDuration.HOUR), RoleDuration.HOUR);
        return assume(context, StsCaller.of(accessKey(context, parent)), request(context, duration));
    }

    private Credentials assume(IssueContext context, StsCaller caller, AssumeRoleRequest.Builder request) {
        context.interaction().progress("Asking AWS STS to assume the role");
        Instant issuedAt = plugin.clock().instant();
        return AccessKeys.temporary(
                issuedAt,
                sts.assumeRole(context.session(), caller, request.build(), context.deadline()),
                caller.endpointUrl());
    }

    private AssumeRoleRequest.Builder request(IssueContext context, Duration duration) {
        return RoleRequests.assumeRole(context.session(), plugin.environment())
                .durationSeconds(RoleRequests.seconds(duration));
    }

    /** A device of the role's own opens a session of the user, too, which all share that have the same. */
    private static CredentialRequest request(IssueContext context) {
        return ownDevice(context)
                .map(device -> CredentialRequest.standard().with(IamUserFactory.MFA_DEVICE, device))
                .orElse(CredentialRequest.standard());
    }

    private static Optional<String> ownDevice(IssueContext context) {
        return context.session().setting(IamUserFactory.MFA_DEVICE);
    }

    private static AwsAccessKey accessKey(IssueContext context, ParentSession parent) {
        Credentials credentials = parent.credentials(request(context));
        if (!credentials.kind().equals(CredentialKind.ACCESS_KEY)) {
            throw new CredentialException(
                    CoreErrorCode.INVALID_VALUE,
                    "Session " + context.session().name() + " hangs on "
                            + parent.session().name() + ", which has no AWS credentials",
                    "give it an AWS session as its parent: leapp session edit '"
                            + context.session().name() + "' --parent-session NAME",
                    null);
        }
        return AwsAccessKey.of(credentials);
    }

    private static ParentSession parent(IssueContext context) {
        return context.session()
                .setting(ChainedRoleFactory.PARENT)
                .map(SessionId::new)
                .map(context::parent)
                .orElseThrow(() -> new CredentialException(
                        CoreErrorCode.INVALID_VALUE,
                        "Session " + context.session().name() + " has no parent session",
                        "give it one: leapp session edit '" + context.session().name() + "' --parent-session NAME",
                        null));
    }
}
