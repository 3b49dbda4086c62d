package dev.leapp.integration.sso.internal.portal;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.spi.Discovery;
import dev.leapp.integration.sso.internal.rest.Reply;
import dev.leapp.integration.sso.internal.trouble.Troubles;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;

/** One listing: the accounts, then the roles in those that are wanted, several at once. */
final class Listing {

    /** So many accounts in a row that could not be listed are no accident of theirs. */
    private static final int MOST_IN_A_ROW = 10;

    private final PortalService portal;
    private final PacedCalls calls;
    private final Reachable reachable;
    private final Troubles troubles;
    private final Discovery discovery;
    private final AtomicInteger inARow = new AtomicInteger();

    Listing(PortalService portal, PacedCalls calls, Reachable reachable, Troubles troubles, Discovery discovery) {
        this.portal = portal;
        this.calls = calls;
        this.reachable = reachable;
        this.troubles = troubles;
        this.discovery = discovery;
    }

    void run() throws InterruptedException {
        Map<String, Reachable.Known> known = new HashMap<>();
        List<UpstreamAccount> accounts = accounts().stream()
                .peek(each -> known.putIfAbsent(each.account().id(), each))
                .map(Reachable.Known::account)
                .distinct()
                .toList();
        List<Reachable.Known> wanted = discovery.accounts(accounts).stream()
                .map(account -> known.getOrDefault(account.id(), new Reachable.Known(account, Optional.empty())))
                .toList();
        new Crew<>(wanted, this::list).run();
    }

    private List<Reachable.Known> accounts() throws InterruptedException {
        return new Pages(
                        "accountList",
                        reply -> refused(reply, "list the accounts"),
                        reply -> troubles.notUnderstood(portal.place(), reply))
                .all(next -> calls.make(token -> portal.accounts(token, next)), reachable::account);
    }

    private void list(Reachable.Known known) throws InterruptedException {
        try {
            List<UpstreamSession> roles = roles(known);
            inARow.set(0);
            discovery.listed(known.account(), roles);
        } catch (LeappException e) {
            if (calls.isOutOfTime() || endsAll(e)) {
                throw e;
            }
            discovery.failed(known.account(), e);
        }
    }

    private boolean endsAll(LeappException failure) {
        Trouble trouble = failure.code().trouble();
        if (trouble == Trouble.NETWORK) {
            return inARow.incrementAndGet() >= MOST_IN_A_ROW;
        }
        inARow.set(0);
        return trouble != Trouble.REFUSED;
    }

    private List<UpstreamSession> roles(Reachable.Known known) throws InterruptedException {
        String account = known.account().id();
        return new Pages(
                        "roleList",
                        reply -> refused(reply, "list the roles in account " + account),
                        reply -> troubles.notUnderstood(portal.place(), reply))
                .all(
                        next -> calls.make(token -> portal.roles(token, account, next)),
                        answer -> reachable.role(known, answer));
    }

    private LeappException refused(Reply reply, String what) {
        return troubles.refused(
                reply,
                "Who is logged in to '" + troubles.alias() + "' may not " + what,
                "ask who manages IAM Identity Center, or log in as somebody else");
    }
}
