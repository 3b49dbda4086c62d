package dev.leapp.core.internal.integration;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionType;
import java.util.List;
import java.util.stream.Collectors;

/** The errors that several actions on integrations share, so that they read the same. */
final class IntegrationTexts {

    private static final int NAMED = 10;

    private IntegrationTexts() {}

    static LeappException notFound(String reference) {
        return new LeappException(
                CoreErrorCode.INTEGRATION_NOT_FOUND,
                "There is no integration '" + reference + "'",
                "'leapp integration list' shows all of them");
    }

    static PluginException unknownType(String alias, String type) {
        return new PluginException(
                CoreErrorCode.UNKNOWN_INTEGRATION_TYPE,
                "Integration '" + alias + "' has the type '" + type + "', which no plug-in here provides",
                "add the artifact dev.leapp:leapp-integration-sso, or the plug-in that brings it; 'leapp plugin list'"
                        + " shows what is here");
    }

    static PluginException undeclaredType(Integration integration, SessionType type) {
        return new PluginException(
                CoreErrorCode.PLUGIN_FAILED,
                "Integration '" + integration.alias() + "' listed sessions of the type " + type
                        + ", which its plug-in does not say that it brings",
                "report that to the plug-in's author; 'leapp plugin list' names it");
    }

    static LeappException taken(String alias) {
        return new LeappException(
                CoreErrorCode.ALREADY_EXISTS,
                "There is an integration '" + alias + "' already",
                "give it another alias");
    }

    static LeappException badAlias() {
        return new LeappException(
                CoreErrorCode.INVALID_VALUE, "An integration needs an alias without control characters", null);
    }

    static LeappException stillReferredTo(Integration integration, List<Session> sessions) {
        return new LeappException(
                CoreErrorCode.STILL_REFERRED_TO,
                "Integration '" + integration.alias() + "' is not deleted: " + names(sessions) + " depend on it",
                "delete them too with --force");
    }

    static LeappException overtaken(Integration integration) {
        return new LeappException(
                CoreErrorCode.OVERTAKEN,
                "Integration '" + integration.alias() + "' or its sessions are being changed elsewhere all the time",
                "run the command again");
    }

    static LeappException elsewhere(Integration integration) {
        return new LeappException(
                CoreErrorCode.OVERTAKEN,
                "Integration '" + integration.alias() + "' was changed since it was listed, and nothing was synced",
                "run the command again");
    }

    static LeappException olderListing(Integration integration) {
        return new LeappException(
                CoreErrorCode.OVERTAKEN,
                "Integration '" + integration.alias()
                        + "' was listed and synced elsewhere meanwhile, and nothing more was synced",
                "run the command again");
    }

    static LeappException moreWouldGo(Integration integration, List<Session> sessions) {
        return new LeappException(
                CoreErrorCode.OVERTAKEN,
                "Nothing of integration '" + integration.alias() + "' was synced: more would be deleted now than was"
                        + " agreed to: " + names(sessions),
                "run the command again");
    }

    private static String names(List<Session> sessions) {
        String named = sessions.stream()
                .limit(NAMED)
                .map(session -> "'" + session.name() + "'")
                .collect(Collectors.joining(", "));
        int more = sessions.size() - NAMED;
        return more > 0 ? named + " and " + more + " more" : named;
    }
}
