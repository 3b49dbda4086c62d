package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.session.Session;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.ParentSession;
import dev.leapp.core.spi.ScopedSecrets;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import java.util.Optional;

/**
 * An IAM user: the session itself, or the one that a role hangs on.
 *
 * @param session how it is defined
 * @param secrets that session's
 */
record IamUser(Session session, ScopedSecrets secrets) {

    static IamUser of(IssueContext context) {
        return new IamUser(context.session(), context.secrets());
    }

    static IamUser of(ParentSession parent) {
        return new IamUser(parent.session(), parent.secrets());
    }

    Optional<String> mfaDevice() {
        return session.setting(IamUserFactory.MFA_DEVICE);
    }

    /** Returns the access key that only the secret store has; while it is being rotated, the one that is known to work. */
    LongTermKey key() {
        Optional<Secret> id = secrets.get(IamUserFactory.ACCESS_KEY_ACCOUNT);
        Optional<Secret> key = secrets.get(IamUserFactory.SECRET_KEY_ACCOUNT);
        if (id.isEmpty() || key.isEmpty()) {
            throw new CredentialException(
                    CoreErrorCode.SECRET_MISSING,
                    "The access key of session " + session.name() + " is not in the secret store",
                    "give it again: leapp session edit '" + session.name()
                            + "' --access-key-id ID --secret-access-key-stdin",
                    null);
        }
        String current = id.get().reveal().strip();
        return KeyRotation.kept(secrets)
                .filter(rotation -> rotation.reached(KeyRotation.Step.VERIFIED) && rotation.isAbout(current))
                .flatMap(KeyRotation::next)
                .orElseGet(() ->
                        new LongTermKey(current, Secret.of(key.get().reveal().strip())));
    }
}
