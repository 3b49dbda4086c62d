package dev.leapp.provider.aws.internal.console;

import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.provider.aws.internal.access.ChainedRoleFactory;
import dev.leapp.provider.aws.internal.access.FederatedUser;

/** Whether AWS lets somebody say how long a sign-in lasts. */
final class SignInDuration {

    private SignInDuration() {}

    /** A role that an IAM user assumes is chained for Leapp only. */
    static boolean isPossible(IssueContext context) {
        return !context.session().type().equals(ChainedRoleFactory.TYPE)
                || context.session()
                        .setting(ChainedRoleFactory.PARENT)
                        .map(SessionId::new)
                        .map(parent ->
                                FederatedUser.isNeededFor(context.parent(parent).session()))
                        .orElse(false);
    }
}
