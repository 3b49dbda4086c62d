package dev.leapp.core.spi;

/**
 * Something to do with a session beside issuing its credentials, such as replacing its long-term key.
 *
 * @implSpec Thread-safe and without state. Core never runs it while credentials of the same session are issued, holds no workspace lock
 *     meanwhile, forgets the session's cached credentials afterwards, and wraps whatever it throws that is not a {@link
 *     dev.leapp.core.error.LeappException}. What it has begun and a crash has interrupted, the next run completes.
 * @since 0.1
 */
@FunctionalInterface
public interface SessionAction {

    /**
     * Does it. May block on the network and on the user, until {@link IssueContext#deadline()} at the latest.
     *
     * @param context the session and what may be used; {@link IssueContext#parent} and {@link IssueContext#login} are not for actions
     * @return what was done, one line for the user without a secret
     * @throws dev.leapp.core.error.LeappException if it can't, with a message for the user that holds no secret
     */
    String run(IssueContext context);
}
