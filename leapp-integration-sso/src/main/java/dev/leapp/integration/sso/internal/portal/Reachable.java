package dev.leapp.integration.sso.internal.portal;

import dev.leapp.core.integration.Integration;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.session.SessionType;
import dev.leapp.integration.sso.internal.endpoint.Partition;
import dev.leapp.integration.sso.internal.rest.Answer;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What the portal lists, as accounts and sessions. What can be no id or name of AWS's is none.
 *
 * @param integration where the sessions come from
 * @param partition where the accounts are
 */
record Reachable(Integration integration, Partition partition) {

    static final SessionType ROLE = new SessionType("aws-sso-role");

    private static final Pattern ACCOUNT = Pattern.compile("[0-9]{12}");
    private static final Pattern ROLE_NAME = Pattern.compile("[\\w+=,.@-]{1,64}");

    /**
     * An account and what the portal tells of it.
     *
     * @param account the account
     * @param email of its root user, if it is told
     */
    record Known(UpstreamAccount account, Optional<String> email) {}

    Optional<Known> account(Answer answer) {
        return answer.text("accountId")
                .filter(id -> ACCOUNT.matcher(id).matches())
                .map(id -> new Known(
                        new UpstreamAccount(id, answer.text("accountName").orElse(id)), answer.text("emailAddress")));
    }

    Optional<UpstreamSession> role(Known known, Answer answer) {
        return answer.text("roleName")
                .filter(name -> ROLE_NAME.matcher(name).matches())
                .map(name -> session(known, name));
    }

    private UpstreamSession session(Known known, String role) {
        UpstreamSession.Builder session = UpstreamSession.builder(ROLE, known.account(), role)
                .setting(
                        "roleArn",
                        "arn:" + partition.id() + ":iam::" + known.account().id() + "/" + role)
                .setting("awsSsoConfigurationId", integration.id().value());
        known.email().ifPresent(email -> session.setting("email", email).label("email", email));
        return session.build();
    }
}
