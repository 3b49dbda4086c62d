package dev.leapp.core.internal.definition;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.internal.session.Chains;
import dev.leapp.core.internal.session.Dependents;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionStatus;
import dev.leapp.core.session.SessionView;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.IdpUrl;
import dev.leapp.core.workspace.IdpUrlId;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.core.workspace.Workspaces;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * {@link Workspaces} over a repository; what touches sessions goes through {@link Sessions}.
 *
 * @param optionsNow tells how a session that is active now may be started again
 * @param definitionsChanged tells that definitions changed
 */
public record DefaultWorkspaces(
        WorkspaceRepository repository,
        Sessions sessions,
        Function<SessionId, StartOptions> optionsNow,
        Runnable definitionsChanged,
        Plugins plugins,
        Ids ids)
        implements Workspaces {

    @Override
    public Workspace read() {
        return repository.read().workspace();
    }

    @Override
    public Optional<Workspace> glance() {
        return repository.readUnasked().map(Snapshot::workspace);
    }

    @Override
    public String location() {
        return repository.location();
    }

    @Override
    public NamedProfile createProfile(String name) {
        NamedProfile created = ProfileNames.checked(new ProfileId(ids.next()), name);
        return change(
                "create profile " + name,
                workspace -> {
                    requireFree(workspace, name);
                    return workspace.toBuilder().profile(created).build();
                },
                workspace -> created);
    }

    @Override
    public NamedProfile renameProfile(String reference, String name) {
        NamedProfile before = profile(read(), reference);
        requireNotDefault(before, "renamed");
        NamedProfile renamed = ProfileNames.checked(before.id(), name);
        requireFree(read(), name);
        Map<SessionId, StartOptions> active = activeOn(before);
        active.keySet().forEach(sessions::stop);
        RuntimeException failure = null;
        try {
            change(
                    "rename profile " + before.name(),
                    workspace -> {
                        requireFree(workspace, name);
                        return workspace.toBuilder().profile(renamed).build();
                    },
                    workspace -> renamed);
        } catch (RuntimeException e) {
            failure = e;
        }
        startAgain(active, failure);
        return renamed;
    }

    /** Starts each, whatever becomes of the others; throws what went wrong first. */
    private void startAgain(Map<SessionId, StartOptions> stopped, @Nullable RuntimeException before) {
        RuntimeException failure = before;
        for (Map.Entry<SessionId, StartOptions> each : stopped.entrySet()) {
            try {
                sessions.start(each.getKey(), each.getValue());
            } catch (RuntimeException e) {
                if (failure == null) {
                    failure = e;
                } else {
                    failure.addSuppressed(e);
                }
            }
        }
        if (failure != null) {
            throw failure;
        }
    }

    @Override
    public List<Session> sessionsOnProfile(String reference) {
        Workspace workspace = read();
        return on(workspace, profile(workspace, reference));
    }

    @Override
    public List<Session> deleteProfile(String reference, boolean move) {
        Workspace workspace = read();
        NamedProfile gone = profile(workspace, reference);
        requireNotDefault(gone, "deleted");
        List<Session> affected = on(workspace, gone);
        if (!affected.isEmpty() && !move) {
            throw new LeappException(
                    CoreErrorCode.STILL_REFERRED_TO,
                    "Profile '" + gone.name() + "' is not deleted: " + SessionDefinitions.names(affected) + " use it",
                    "with --force they move to the profile 'default'");
        }
        for (Session session : affected) {
            sessions.stop(session.id());
            sessions.edit(
                    session.id(),
                    SessionEdit.builder().profile(NamedProfile.DEFAULT).build());
        }
        return change(
                "delete profile " + gone.name(),
                now -> {
                    if (!on(now, gone).isEmpty()) {
                        throw new LeappException(
                                CoreErrorCode.STILL_REFERRED_TO,
                                "Profile '" + gone.name() + "' is not deleted: a session was just put on it",
                                "run the command again");
                    }
                    return now.toBuilder().removeProfile(gone.id()).build();
                },
                now -> affected);
    }

    @Override
    public void setDefaultRegion(String region) {
        SessionDefinitions.requireRegion(region);
        change(
                "set default region " + region,
                workspace -> workspace.toBuilder().defaultRegion(region).build(),
                Workspace::defaultRegion);
    }

    @Override
    public void setDefaultChain(String cloudProvider, String chain) {
        boolean known = plugins.providerChains().stream()
                .anyMatch(there ->
                        there.id().equals(chain) && there.cloudProvider().equals(cloudProvider));
        if (!known) {
            throw new LeappException(
                    CoreErrorCode.UNKNOWN_PROVIDER_CHAIN,
                    "No plug-in here brings a way '" + chain + "' to hand over sessions of " + cloudProvider,
                    "'leapp plugin list' shows what is here");
        }
        change(
                "hand over " + cloudProvider + " sessions by " + chain,
                workspace -> workspace.toBuilder()
                        .setting(Chains.settingFor(cloudProvider), chain)
                        .build(),
                workspace -> chain);
    }

    @Override
    public IdpUrl createIdpUrl(String url) {
        IdpUrl created = IdpUrls.checked(new IdpUrlId(ids.next()), url);
        return change(
                "add identity provider URL",
                workspace -> {
                    requireNewUrl(workspace, url);
                    return workspace.toBuilder().idpUrl(created).build();
                },
                workspace -> created);
    }

    @Override
    public IdpUrl editIdpUrl(String reference, String url) {
        IdpUrl before = idpUrl(read(), reference);
        IdpUrl after = IdpUrls.checked(before.id(), url);
        return change(
                "edit identity provider URL",
                workspace -> {
                    requireNewUrl(workspace, url);
                    return workspace.toBuilder().idpUrl(after).build();
                },
                workspace -> after);
    }

    @Override
    public List<Session> sessionsUsingIdpUrl(String reference) {
        Workspace workspace = read();
        return Dependents.of(idpUrl(workspace, reference).id().value(), workspace);
    }

    @Override
    public List<Session> deleteIdpUrl(String reference, boolean cascade) {
        IdpUrl gone = idpUrl(read(), reference);
        List<Session> affected = sessionsUsingIdpUrl(gone.id().value());
        if (!affected.isEmpty() && !cascade) {
            throw new LeappException(
                    CoreErrorCode.STILL_REFERRED_TO,
                    "The identity provider URL is not deleted: " + SessionDefinitions.names(affected) + " use it",
                    "delete them too with --force");
        }
        for (Session session : affected) {
            if (read().session(session.id()).isPresent()) {
                sessions.delete(session.id(), true);
            }
        }
        return change(
                "delete identity provider URL",
                workspace -> workspace.toBuilder().removeIdpUrl(gone.id()).build(),
                workspace -> affected);
    }

    private <R> R change(String reason, Function<Workspace, Workspace> next, Function<Workspace, R> result) {
        R told = repository.update(snapshot -> {
            Workspace changed = next.apply(snapshot.workspace());
            return new Update<>(snapshot.with(changed), result.apply(changed), reason);
        });
        definitionsChanged.run();
        return told;
    }

    private Map<SessionId, StartOptions> activeOn(NamedProfile profile) {
        Map<SessionId, StartOptions> active = new LinkedHashMap<>();
        sessions.list().stream()
                .filter(view -> view.state().isActive() && view.status() != SessionStatus.LEASE_OVER)
                .map(SessionView::session)
                .filter(session -> session.profileId().equals(Optional.of(profile.id())))
                .forEach(session -> active.put(session.id(), optionsNow.apply(session.id())));
        return active;
    }

    private static List<Session> on(Workspace workspace, NamedProfile profile) {
        return workspace.sessions().stream()
                .filter(session -> session.profileId().equals(Optional.of(profile.id())))
                .toList();
    }

    private static NamedProfile profile(Workspace workspace, String reference) {
        return new References<>(workspace.profiles(), profile -> profile.id().value(), NamedProfile::name)
                .find(
                        reference,
                        () -> new LeappException(
                                CoreErrorCode.PROFILE_NOT_FOUND,
                                "There is no profile '" + reference + "'",
                                "'leapp profile list' shows all profiles"));
    }

    private static IdpUrl idpUrl(Workspace workspace, String reference) {
        return new References<>(workspace.idpUrls(), url -> url.id().value(), IdpUrl::url)
                .find(
                        reference,
                        () -> new LeappException(
                                CoreErrorCode.IDP_URL_NOT_FOUND,
                                "There is no identity provider URL '" + reference + "'",
                                "'leapp idp-url list' shows all of them"));
    }

    private static void requireFree(Workspace workspace, String name) {
        if (workspace.profileNamed(name).isPresent()) {
            throw new LeappException(CoreErrorCode.ALREADY_EXISTS, "There is a profile '" + name + "' already", null);
        }
    }

    private static void requireNewUrl(Workspace workspace, String url) {
        if (workspace.idpUrls().stream().anyMatch(there -> there.url().equals(url))) {
            throw new LeappException(
                    CoreErrorCode.ALREADY_EXISTS, "There is an identity provider URL " + url + " already", null);
        }
    }

    private static void requireNotDefault(NamedProfile profile, String what) {
        if (profile.name().equals(NamedProfile.DEFAULT)) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE, "The profile 'default' can't be " + what, "make another one");
        }
    }
}
