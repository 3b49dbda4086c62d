package dev.leapp.core.internal.definition;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.SessionException;
import dev.leapp.core.internal.session.Ancestors;
import dev.leapp.core.internal.session.Dependents;
import dev.leapp.core.internal.session.SessionTexts;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.port.WorkspaceRepository;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.NamedProfile;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Update;
import dev.leapp.core.workspace.Workspace;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Adds, changes and removes the definitions of sessions. Secrets go to the secret store before anybody may look for them. */
public record SessionDefinitions(WorkspaceRepository repository, SecretStore store, Plugins plugins, Ids ids) {

    private static final Pattern REGION = Pattern.compile("[a-z][a-z0-9-]*");

    public Session add(NewSession wanted) {
        AccessMethodDescriptor method = method(wanted.name(), wanted.type());
        FieldValues values = FieldValues.complete(method, wanted.values(), wanted.secrets());
        wanted.region().ifPresent(SessionDefinitions::requireRegion);
        wanted.chain().ifPresent(chain -> requireChain(chain, wanted.type()));
        Tags.check(wanted.tags());
        SessionId id = new SessionId(ids.next());
        Map<SecretName, Secret> secrets = new LinkedHashMap<>();
        values.secrets().forEach((account, value) -> secrets.put(name(id, account), value));
        return new SecretsFirst(store)
                .keepThen(secrets, () -> repository.update(snapshot -> added(snapshot, wanted, id, values.settings())));
    }

    public Session find(String reference) {
        return new References<>(
                        repository.read().workspace().sessions(),
                        session -> session.id().value(),
                        Session::name)
                .find(reference, () -> SessionTexts.notFound(reference));
    }

    /** Says what is wrong with an edit, before anything is done for it. */
    void check(SessionId id, SessionEdit edit) {
        checked(existing(repository.read().workspace(), id), edit);
    }

    Session edit(SessionId id, SessionEdit edit) {
        FieldValues values = checked(existing(repository.read().workspace(), id), edit);
        Map<String, Optional<Secret>> former = former(id, values.secrets().keySet());
        try {
            keep(id, values.secrets());
            return repository.update(snapshot -> edited(snapshot, id, edit, values.settings()));
        } catch (RuntimeException e) {
            giveBack(id, former, e);
            throw e;
        }
    }

    /** Returns what a session would be on another profile, if that profile is there. */
    Optional<Session> moved(SessionId id, String profileName) {
        Workspace workspace = repository.read().workspace();
        return workspace
                .profileNamed(profileName)
                .map(profile -> existing(workspace, id).toBuilder()
                        .profileId(profile.id())
                        .build());
    }

    private Map<String, Optional<Secret>> former(SessionId id, Iterable<String> accounts) {
        Map<String, Optional<Secret>> former = new LinkedHashMap<>();
        accounts.forEach(account -> former.put(account, store.get(name(id, account))));
        return former;
    }

    private void giveBack(SessionId id, Map<String, Optional<Secret>> former, RuntimeException failure) {
        try {
            former.forEach((account, value) -> value.ifPresentOrElse(
                    secret -> store.put(name(id, account), secret), () -> store.delete(name(id, account))));
        } catch (RuntimeException e) {
            failure.addSuppressed(e);
        }
    }

    private FieldValues checked(Session session, SessionEdit edit) {
        edit.region().ifPresent(SessionDefinitions::requireRegion);
        edit.chain().filter(chain -> !chain.isEmpty()).ifPresent(chain -> requireChain(chain, session.type()));
        requireName(edit.name());
        Tags.check(edit.tags());
        return edit.values().isEmpty() && edit.secrets().isEmpty()
                ? new FieldValues(Map.of(), Map.of())
                : FieldValues.partial(method(session.name(), session.type()), edit.values(), edit.secrets());
    }

    public List<Session> dependents(SessionId id) {
        Workspace workspace = repository.read().workspace();
        existing(workspace, id);
        return Dependents.of(id, workspace);
    }

    /** Tells whether a session, or one that it hangs on, keeps anything in the secret store. */
    boolean usesSecrets(Session session) {
        List<Session> ancestors = Ancestors.of(session, repository.read().workspace());
        return Stream.concat(Stream.of(session), ancestors.stream())
                .anyMatch(each -> !secretAccounts(each).isEmpty());
    }

    /**
     * Removes sessions and their secrets; they have been stopped before. Secrets go first: those of a session that is no longer
     * there would be found by nobody.
     */
    public void remove(List<Session> gone) {
        forgetSecrets(gone);
        repository.update(snapshot -> {
            Workspace.Builder next = snapshot.workspace().toBuilder();
            gone.forEach(session -> next.removeSession(session.id()));
            return new Update<>(snapshot.with(next.build()), true, "delete " + names(gone));
        });
    }

    /** Removes the secrets of sessions that are about to go; the store is asked only for those that keep some. */
    public void forgetSecrets(List<Session> going) {
        going.forEach(this::forgetSecrets);
    }

    private Update<Session> added(Snapshot snapshot, NewSession wanted, SessionId id, Map<String, String> settings) {
        Workspace workspace = snapshot.workspace();
        Workspace.Builder next = workspace.toBuilder();
        NamedProfile profile = profile(workspace, wanted.profile().orElse(NamedProfile.DEFAULT), next);
        String region = wanted.region().orElse(workspace.defaultRegion());
        Session.Builder session = Session.builder(id, wanted.name(), wanted.type(), region)
                .profileId(profile.id())
                .chain(wanted.chain().orElse(null));
        wanted.tags().forEach(session::tag);
        return defined(snapshot, next, session, settings, "add session " + wanted.name());
    }

    private Update<Session> edited(Snapshot snapshot, SessionId id, SessionEdit edit, Map<String, String> settings) {
        Workspace workspace = snapshot.workspace();
        Workspace.Builder next = workspace.toBuilder();
        Session before = existing(workspace, id);
        Session.Builder session = before.toBuilder();
        edit.name().ifPresent(session::name);
        edit.region().ifPresent(session::region);
        edit.tags().forEach(session::tag);
        edit.chain().ifPresent(chain -> session.chain(chain.isEmpty() ? null : chain));
        edit.profile()
                .ifPresent(
                        name -> session.profileId(profile(workspace, name, next).id()));
        return defined(snapshot, next, session, settings, "edit session " + before.name());
    }

    private Update<Session> defined(
            Snapshot snapshot,
            Workspace.Builder next,
            Session.Builder session,
            Map<String, String> settings,
            String reason) {
        if (!settings.isEmpty()) {
            AccessMethodDescriptor method = method("", session.build().type());
            new FieldReferences(snapshot.workspace(), next, ids)
                    .resolved(method, settings)
                    .forEach(session::setting);
        }
        Session built = session.build();
        Workspace workspace = next.session(built).build();
        Ancestors.requireNoCycle(built, workspace);
        return new Update<>(snapshot.with(workspace), built, reason);
    }

    private NamedProfile profile(Workspace workspace, String name, Workspace.Builder next) {
        Optional<NamedProfile> there = workspace.profileNamed(name);
        if (there.isPresent()) {
            return there.get();
        }
        NamedProfile created = ProfileNames.checked(new ProfileId(ids.next()), name);
        next.profile(created);
        return created;
    }

    private AccessMethodDescriptor method(String name, SessionType type) {
        return plugins.accessMethod(type).orElseThrow(() -> SessionTexts.unknownType(name, type));
    }

    private void requireChain(String id, SessionType type) {
        boolean known = plugins.providerChains().stream()
                .anyMatch(
                        chain -> chain.id().equals(id) && chain.cloudProvider().equals(type.cloudProvider()));
        if (!known) {
            List<String> choices = plugins.providerChains().stream()
                    .filter(chain -> chain.cloudProvider().equals(type.cloudProvider()))
                    .map(chain -> chain.id())
                    .toList();
            throw new LeappException(
                    CoreErrorCode.UNKNOWN_PROVIDER_CHAIN,
                    "There is no way '" + id + "' to hand over a session of type " + type,
                    "there are: " + String.join(", ", choices));
        }
    }

    private void keep(SessionId id, Map<String, Secret> secrets) {
        secrets.forEach((account, value) -> store.put(name(id, account), value));
    }

    private void forgetSecrets(Session session) {
        secretAccounts(session).forEach(account -> store.delete(name(session.id(), account)));
    }

    private List<String> secretAccounts(Session session) {
        return plugins.accessMethod(session.type()).stream()
                .flatMap(method -> method.secretAccounts().stream())
                .toList();
    }

    private static SecretName name(SessionId id, String account) {
        return new SecretName(id.value() + "-" + account);
    }

    static void requireRegion(String region) {
        if (!REGION.matcher(region).matches()) {
            throw new LeappException(
                    CoreErrorCode.INVALID_VALUE,
                    "'" + region + "' does not look like a region",
                    "regions are lower-case letters, digits and hyphens, such as eu-west-1");
        }
    }

    private static void requireName(Optional<String> name) {
        if (name.isPresent() && name.get().isBlank()) {
            throw new LeappException(CoreErrorCode.INVALID_VALUE, "A session needs a name", null);
        }
    }

    private static Session existing(Workspace workspace, SessionId id) {
        return workspace.session(id).orElseThrow(() -> SessionTexts.notFound(id));
    }

    /** Says which sessions are in the way of a deletion. */
    public static SessionException stillReferredTo(Session session, List<Session> dependents) {
        return new SessionException(
                CoreErrorCode.STILL_REFERRED_TO,
                "Session '" + session.name() + "' is not deleted: " + names(dependents) + " hang on it",
                "delete them too with --force");
    }

    static String names(List<Session> sessions) {
        return String.join(
                ", ",
                sessions.stream().map(session -> "'" + session.name() + "'").toList());
    }
}
