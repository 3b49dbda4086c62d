package dev.leapp.core.internal.session;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.attempt.Ago;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.workspace.IdpUrlId;
import java.time.Instant;
import java.util.List;

/** The errors that several actions share, so that they read the same. */
public final class SessionTexts {

    private SessionTexts() {}

    public static SessionException notFound(String reference) {
        return new SessionException(
                CoreErrorCode.SESSION_NOT_FOUND,
                "There is no session '" + reference + "'",
                "'leapp session list' shows all sessions");
    }

    public static SessionException notFound(SessionId id) {
        return notFound(id.value());
    }

    static SessionException profileInUse(Session session, String profile, List<Session> others) {
        String names = String.join(
                ", ", others.stream().map(other -> "'" + other.name() + "'").toList());
        return new SessionException(
                CoreErrorCode.PROFILE_IN_USE,
                "Session '" + session.name() + "' can't start: " + names + " is active on the same profile '" + profile
                        + "'",
                "start it with --replace to stop the other, or give it another profile with 'leapp session"
                        + " change-profile'");
    }

    static SessionException notActive(Session session) {
        return new SessionException(
                CoreErrorCode.SESSION_NOT_ACTIVE,
                "Session '" + session.name() + "' is not active",
                "start it with 'leapp session start " + session.name() + "'");
    }

    /** Returns a failure that nobody waits for as what a listener can be told. */
    static LeappException told(RuntimeException failure) {
        return failure instanceof LeappException known
                ? known
                : new LeappException(CoreErrorCode.INTERNAL, failure.toString(), null, failure);
    }

    static SessionException leaseOver(Session session, Instant end, Instant now) {
        return new SessionException(
                CoreErrorCode.LEASE_OVER,
                "The lease of session '" + session.name() + "' ended " + Ago.of(end, now),
                "'leapp session start " + session.name() + " --for 1h' begins another one; 'leapp session stop "
                        + session.name() + "' forgets that it had one");
    }

    static SessionException overtaken(Session session) {
        return new SessionException(
                CoreErrorCode.OVERTAKEN,
                "Session '" + session.name() + "' was stopped while it was being started",
                "start it again if that was not meant");
    }

    static SessionException hangsOnItself(Session session) {
        return new SessionException(
                CoreErrorCode.INVALID_VALUE,
                "Session '" + session.name() + "' would hang on itself",
                "give it another parent, one that does not hang on it");
    }

    static SessionException noParent(Session session, SessionId parent) {
        return new SessionException(
                CoreErrorCode.SESSION_NOT_FOUND,
                "The session that '" + session.name() + "' hangs on is not there: " + parent,
                "give it another one: leapp session edit '" + session.name() + "'");
    }

    static SessionException noIntegration(Session session, IntegrationId integration) {
        return new SessionException(
                CoreErrorCode.INVALID_VALUE,
                "The integration that session '" + session.name() + "' comes from is not there: " + integration,
                "delete the session, or import the integration again");
    }

    static SessionException noIdpUrl(Session session, IdpUrlId idpUrl) {
        return new SessionException(
                CoreErrorCode.IDP_URL_NOT_FOUND,
                "The identity provider URL of session '" + session.name() + "' is not there: " + idpUrl,
                "give it another one: leapp session edit '" + session.name() + "' --idp-url-id URL");
    }

    public static PluginException unknownType(String name, SessionType type) {
        return new PluginException(
                CoreErrorCode.UNKNOWN_ACCESS_METHOD,
                "Session '" + name + "' has the type " + type + ", which no plug-in here provides",
                "add the artifact dev.leapp:leapp-provider-" + type.cloudProvider()
                        + ", or the plug-in that brings it; 'leapp plugin list' shows what is here");
    }

    static SessionException unknownAction(Session session, String action) {
        return new SessionException(
                CoreErrorCode.INVALID_VALUE,
                "Session '" + session.name() + "' has the type " + session.type() + ", which has no action '" + action
                        + "'",
                "'leapp plugin list' shows which actions there are");
    }

    static PluginException noConsole(Session session) {
        return new PluginException(
                CoreErrorCode.INVALID_VALUE,
                "Session '" + session.name() + "' has the type " + session.type()
                        + ", and no plug-in here knows a web console for it",
                "'leapp plugin list' shows what is here");
    }

    static PluginException unknownChain(String name, String chain) {
        return new PluginException(
                CoreErrorCode.UNKNOWN_PROVIDER_CHAIN,
                "Session '" + name + "' is handed over by '" + chain + "', which no plug-in here provides",
                "'leapp plugin list' shows what is here");
    }
}
