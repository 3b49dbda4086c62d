package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.provider.aws.AwsAccessKey;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import dev.leapp.provider.aws.internal.sts.SessionTokens;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import software.amazon.awssdk.services.sts.model.GetSessionTokenRequest;

/** Asks STS for a session token, with the long-term key that only the secret store has. */
final class IamUserAccessMethod implements AccessMethod {

    private final PluginContext plugin;
    private final SessionTokens tokens;

    IamUserAccessMethod(PluginContext plugin, SessionTokens tokens) {
        this.plugin = plugin;
        this.tokens = tokens;
    }

    @Override
    public Credentials issue(IssueContext context) {
        LongTermKey key = key(context);
        GetSessionTokenRequest.Builder request = GetSessionTokenRequest.builder()
                .durationSeconds(Math.toIntExact(duration(context.session()).toSeconds()));
        context.session()
                .setting(IamUserFactory.MFA_DEVICE)
                .ifPresent(device -> request.serialNumber(device).tokenCode(MfaCode.ask(context, device)));
        context.interaction().progress("Asking AWS STS for temporary credentials");
        Instant issuedAt = plugin.clock().instant();
        return credentials(issuedAt, tokens.get(context.session(), key, request.build(), context.deadline()));
    }

    private static Credentials credentials(
            Instant issuedAt, software.amazon.awssdk.services.sts.model.Credentials answer) {
        return Credentials.builder(CredentialKind.ACCESS_KEY, issuedAt)
                .attribute(AwsAccessKey.ACCESS_KEY_ID, answer.accessKeyId())
                .secret(AwsAccessKey.SECRET_ACCESS_KEY, Secret.of(answer.secretAccessKey()))
                .secret(AwsAccessKey.SESSION_TOKEN, Secret.of(answer.sessionToken()))
                .expiresAt(answer.expiration())
                .build();
    }

    private static LongTermKey key(IssueContext context) {
        Optional<Secret> id = context.secrets().get(IamUserFactory.ACCESS_KEY_ACCOUNT);
        Optional<Secret> key = context.secrets().get(IamUserFactory.SECRET_KEY_ACCOUNT);
        if (id.isEmpty() || key.isEmpty()) {
            String name = context.session().name();
            throw new CredentialException(
                    CoreErrorCode.SECRET_MISSING,
                    "The access key of session " + name + " is not in the secret store",
                    "give it again: leapp session edit '" + name + "' --access-key-id ID --secret-access-key-stdin",
                    null);
        }
        return new LongTermKey(
                id.get().reveal().strip(), Secret.of(key.get().reveal().strip()));
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
