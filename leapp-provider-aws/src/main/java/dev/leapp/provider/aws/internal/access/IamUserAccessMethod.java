package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import dev.leapp.provider.aws.internal.sts.StsCaller;
import dev.leapp.provider.aws.internal.sts.StsCalls;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/** Asks STS for a session token, with the long-term key that only the secret store has. */
final class IamUserAccessMethod implements AccessMethod {

    private final PluginContext plugin;
    private final StsCalls sts;
    private final MfaCodes codes;

    IamUserAccessMethod(PluginContext plugin, StsCalls sts, MfaCodes codes) {
        this.plugin = plugin;
        this.sts = sts;
        this.codes = codes;
    }

    @Override
    public Credentials issue(IssueContext context) {
        IamUser user = IamUser.of(context);
        LongTermKey key = user.key();
        GetSessionTokenRequest.Builder request = GetSessionTokenRequest.builder()
                .durationSeconds(Math.toIntExact(duration(context.session()).toSeconds()));
        Optional.ofNullable(context.request().parameters().get(IamUserFactory.MFA_DEVICE))
                .or(user::mfaDevice)
                .ifPresent(device -> request.serialNumber(device).tokenCode(codes.of(context, user, device)));
        context.interaction().progress("Asking AWS STS for temporary credentials");
        Instant issuedAt = plugin.clock().instant();
        return AccessKeys.temporary(
                issuedAt,
                sts.sessionToken(context.session(), StsCaller.of(key), request.build(), context.deadline()),
                Optional.empty());
    }

    private static Duration duration(Session session) {
        String text = session.setting(IamUserFactory.DURATION).orElse(SessionDuration.STANDARD);
        return SessionDuration.parse(text)
                .orElseThrow(() -> new CredentialException(
                        CoreErrorCode.INVALID_VALUE,
                        "The duration of session " + session.name() + " must be 900 to 129600 seconds",
                        "correct it: leapp session edit '" + session.name() + "' --duration PT10H",
                        null));
    }
}
