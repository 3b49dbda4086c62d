package dev.leapp.provider.aws.internal.access;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.SessionAction;
import dev.leapp.provider.aws.internal.access.KeyRotation.Step;
import dev.leapp.provider.aws.internal.iam.AccessKeyFacts;
import dev.leapp.provider.aws.internal.iam.IamCalls;
import dev.leapp.provider.aws.internal.sts.LongTermKey;
import dev.leapp.provider.aws.internal.sts.StsCaller;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Gives an IAM user a new access key: creates it, keeps it, sees it work, and only then switches off and deletes the old one. How far it
 * has come is kept before each step that can't be repeated, so that after a crash the next run goes on there.
 */
final class RotateKeyAction implements SessionAction {

    /** How far AWS's clock and ours may be apart, and how long a run may take. */
    private static final Duration SKEW = Duration.ofMinutes(5);

    private static final Duration LONGEST_RUN = Duration.ofMinutes(15);

    private final PluginContext plugin;
    private final IamCalls iam;
    private final UserCallers callers;
    private final Patience patience;

    RotateKeyAction(PluginContext plugin, IamCalls iam, UserCallers callers, Patience patience) {
        this.plugin = plugin;
        this.iam = iam;
        this.callers = callers;
        this.patience = patience;
    }

    @Override
    public String run(IssueContext context) {
        LongTermKey current = IamUser.of(context).key();
        KeyRotation rotation = KeyRotation.kept(context.secrets())
                .filter(kept -> isAbout(context, current, kept))
                .orElseGet(() ->
                        KeyRotation.begin(current.accessKeyId(), plugin.clock().instant()));
        if (!rotation.reached(Step.CREATED)) {
            rotation = create(context, current, rotation);
        }
        LongTermKey next = rotation.next().orElseThrow();
        if (!rotation.reached(Step.VERIFIED)) {
            context.interaction().progress("Waiting until AWS knows access key " + next.accessKeyId());
            patience.untilKnown(() -> callers.verify(context, next));
            rotation = rotation.at(Step.VERIFIED).keep(context.secrets());
        }
        if (!rotation.reached(Step.STORED)) {
            rotation = store(context, next, rotation);
        }
        retire(context, next, rotation);
        return "access key " + rotation.oldId() + " is replaced by " + next.accessKeyId();
    }

    private static boolean isAbout(IssueContext context, LongTermKey current, KeyRotation kept) {
        boolean about = kept.isAbout(current.accessKeyId());
        kept.next()
                .filter(key -> !about)
                .ifPresent(key -> context.interaction()
                        .inform("An earlier rotation has created access key " + key.accessKeyId()
                                + ", which the session no longer uses; delete it if nobody does"));
        return about;
    }

    private KeyRotation create(IssueContext context, LongTermKey current, KeyRotation rotation) {
        StsCaller caller = callers.of(context, current);
        boolean resumed =
                KeyRotation.kept(context.secrets()).filter(rotation::equals).isPresent();
        for (AccessKeyFacts other : others(context, caller, current)) {
            if (!resumed || !isLeftover(context, caller, other, rotation)) {
                throw twoKeys(context, current, other);
            }
            context.interaction()
                    .inform("Deleting access key " + other.id()
                            + ", which an interrupted rotation has created and nobody has used");
            iam.delete(context.session(), caller, other.id(), context.deadline());
        }
        KeyRotation begun = KeyRotation.begin(
                        current.accessKeyId(), plugin.clock().instant())
                .keep(context.secrets());
        context.interaction().progress("Creating an access key");
        return begun.created(iam.create(context.session(), caller, context.deadline()))
                .keep(context.secrets());
    }

    private List<AccessKeyFacts> others(IssueContext context, StsCaller caller, LongTermKey current) {
        return iam.keys(context.session(), caller, context.deadline()).stream()
                .filter(key -> !key.id().equals(current.accessKeyId()))
                .toList();
    }

    /** Its secret was lost by a crash: created while a rotation of ours ran, when there was no other, and never used. */
    private boolean isLeftover(IssueContext context, StsCaller caller, AccessKeyFacts other, KeyRotation rotation) {
        Instant from = rotation.startedAt().minus(SKEW);
        Instant until = rotation.startedAt().plus(LONGEST_RUN).plus(SKEW);
        return other.createdAt().isAfter(from)
                && other.createdAt().isBefore(until)
                && !iam.wasUsed(context.session(), caller, other.id(), context.deadline());
    }

    private static KeyRotation store(IssueContext context, LongTermKey next, KeyRotation rotation) {
        context.secrets().put(IamUserFactory.ACCESS_KEY_ACCOUNT, Secret.of(next.accessKeyId()));
        context.secrets().put(IamUserFactory.SECRET_KEY_ACCOUNT, next.secretAccessKey());
        return rotation.at(Step.STORED).keep(context.secrets());
    }

    private void retire(IssueContext context, LongTermKey next, KeyRotation rotation) {
        StsCaller caller = patience.untilKnown(() -> callers.of(context, next));
        if (!rotation.reached(Step.DEACTIVATED)) {
            context.interaction().progress("Deactivating access key " + rotation.oldId());
            patience.untilKnown(() -> {
                iam.deactivate(context.session(), caller, rotation.oldId(), context.deadline());
                return true;
            });
            rotation.at(Step.DEACTIVATED).keep(context.secrets());
        }
        context.interaction().progress("Deleting access key " + rotation.oldId());
        patience.untilKnown(() -> {
            iam.delete(context.session(), caller, rotation.oldId(), context.deadline());
            return true;
        });
        context.secrets().delete(KeyRotation.ACCOUNT);
    }

    private static CredentialException twoKeys(IssueContext context, LongTermKey current, AccessKeyFacts other) {
        return new CredentialException(
                CoreErrorCode.STILL_REFERRED_TO,
                "The user of session " + context.session().name() + " has a second access key, " + other.id() + " ("
                        + (other.active() ? "active" : "inactive") + ", created " + other.createdAt()
                        + "), and AWS allows two only",
                "find out who uses it, delete it if nobody does, and try again; the session's own key is "
                        + current.accessKeyId(),
                null);
    }
}
