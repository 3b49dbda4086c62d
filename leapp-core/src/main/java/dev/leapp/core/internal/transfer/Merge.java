package dev.leapp.core.internal.transfer;

import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.Map;

/** Works out what importing does to one state of the workspace. Pure, so that it can be done again inside the transaction. */
record Merge(SessionFields fields) {

    Merged of(Snapshot here, ImportedWorkspace incoming, ImportedSecrets secrets, ConflictPolicy policy) {
        Merging into = new Merging(here, incoming.workspace(), secrets, policy);
        incoming.remarks().forEach(into::remark);
        profiles(here).merge(here.workspace().profiles(), into.imported.profiles(), into);
        urls().merge(here.workspace().idpUrls(), into.imported.idpUrls(), into);
        new IntegrationMerge(into).run();
        new SessionMerge(into, new SecretNames(fields), new FieldProblems(fields, incoming.secrets())).run();
        new SettingsMerge(into).run();
        incoming.refused()
                .forEach(refused -> into.tell(ImportEntry.builder(refused.kind(), refused.name(), Action.REFUSED)
                        .reason(refused.reason())));
        return into.result();
    }

    private static UniqueNames<NamedProfile> profiles(Snapshot here) {
        return new UniqueNames<>(
                "profile",
                "name",
                profile -> profile.id().value(),
                NamedProfile::name,
                Workspace.Builder::profile,
                profile -> obstacle(here, profile));
    }

    private static UniqueNames<IdpUrl> urls() {
        return new UniqueNames<>(
                "idp-url", "URL", url -> url.id().value(), IdpUrl::url, Workspace.Builder::idpUrl, url -> "");
    }

    private static String obstacle(Snapshot here, NamedProfile profile) {
        if (profile.name().equals(NamedProfile.DEFAULT)) {
            return "the profile 'default' keeps its name";
        }
        boolean busy = here.states().entrySet().stream()
                .filter(entry -> !entry.getValue().isAtRest())
                .map(Map.Entry::getKey)
                .anyMatch(session -> isOn(here, session, profile));
        return busy ? "a session on it is active here: stop it first" : "";
    }

    private static boolean isOn(Snapshot here, SessionId session, NamedProfile profile) {
        return here.workspace()
                .session(session)
                .flatMap(there -> there.profileId())
                .filter(id -> id.equals(profile.id()))
                .isPresent();
    }
}
