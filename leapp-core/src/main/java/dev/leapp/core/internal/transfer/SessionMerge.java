package dev.leapp.core.internal.transfer;

import dev.leapp.core.internal.transfer.ImportedSecrets.Fact;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.ProfileId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionOrigin;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportEntry.Difference;
import dev.leapp.core.workspace.NamedProfile;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** Merges sessions by their ids, or by where they came from: what one integration calls the same is the same session. */
final class SessionMerge {

    private static final String KIND = "session";
    private static final String ACTIVE = "it is active here: stop it first";

    private final Merging into;
    private final SecretNames secretNames;
    private final FieldProblems problems;
    private final Map<String, Session> here = new LinkedHashMap<>();
    private final Map<String, Session> byOrigin = new HashMap<>();
    private final Map<String, String> profileNames = new HashMap<>();
    private final Set<String> names = new HashSet<>();
    private final List<String> withoutSecrets = new ArrayList<>();

    /** What becomes of a session, before it is known whether what it refers to will be there. */
    private record Verdict(Session session, Action action, String reason, List<Difference> differences) {

        boolean changesDefinition() {
            return action == Action.ADD || action == Action.REPLACE;
        }

        Verdict refused(String why) {
            return new Verdict(session, Action.REFUSED, why, List.of());
        }
    }

    SessionMerge(Merging into, SecretNames secretNames, FieldProblems problems) {
        this.into = into;
        this.secretNames = secretNames;
        this.problems = problems;
        for (Session session : into.here.workspace().sessions()) {
            here.put(session.id().value(), session);
            names.add(session.name());
            session.origin().ifPresent(origin -> byOrigin.put(key(origin), session));
        }
        for (NamedProfile profile : into.imported.profiles()) {
            profileNames.put(profile.id().value(), profile.name());
        }
        for (NamedProfile profile : into.here.workspace().profiles()) {
            profileNames.put(profile.id().value(), profile.name());
        }
    }

    void run() {
        List<Session> imported = into.imported.sessions();
        imported.forEach(this::recogniseByOrigin);
        List<Verdict> verdicts = imported.stream().map(this::verdict).toList();
        Map<String, Session> wanted = new LinkedHashMap<>();
        verdicts.stream()
                .filter(Verdict::changesDefinition)
                .forEach(verdict -> wanted.put(verdict.session().id().value(), verdict.session()));
        Map<String, String> broken = new SessionReferences(into.ids, here, wanted, importedNames()).broken();
        for (Verdict verdict : verdicts) {
            String reason = broken.get(verdict.session().id().value());
            carryOut(reason == null ? verdict : verdict.refused(reason));
        }
        if (!withoutSecrets.isEmpty()) {
            into.remark("these sessions come without their secrets; 'leapp session edit NAME' takes them: "
                    + String.join(", ", withoutSecrets));
        }
    }

    private Map<String, String> importedNames() {
        Map<String, String> byId = new HashMap<>();
        into.imported.sessions().forEach(session -> byId.put(session.id().value(), session.name()));
        return byId;
    }

    private void recogniseByOrigin(Session session) {
        if (!here.containsKey(session.id().value())) {
            session.origin()
                    .map(origin -> byOrigin.get(key(origin)))
                    .ifPresent(same ->
                            into.sameHere.put(session.id().value(), same.id().value()));
        }
    }

    private Verdict verdict(Session imported) {
        String sameHere = into.sameHere.get(imported.id().value());
        if (sameHere != null) {
            String name =
                    Optional.ofNullable(here.get(sameHere)).map(Session::name).orElse(sameHere);
            return new Verdict(
                    imported, Action.UNCHANGED, "it is here as session " + name + " of the same origin", List.of());
        }
        Session session = withIdsOfHere(Portable.of(imported));
        Session there = here.get(session.id().value());
        Verdict verdict = there == null ? new Verdict(session, Action.ADD, "", List.of()) : compared(there, session);
        boolean takesSomething = verdict.changesDefinition()
                || (verdict.action() == Action.UNCHANGED
                        && !missingSecrets(session).isEmpty());
        return takesSomething ? problems.of(session).map(verdict::refused).orElse(verdict) : verdict;
    }

    private Verdict compared(Session there, Session session) {
        List<Difference> differences = new ArrayList<>(
                Differences.of(Portable.of(there), session, id -> profileNames.getOrDefault(id.value(), id.value())));
        differences.addAll(
                Differences.ofSecrets(session, into.secrets.of(session.id().value(), Fact.DIFFERENT)));
        if (differences.isEmpty()) {
            return new Verdict(session, Action.UNCHANGED, "", List.of());
        }
        boolean inactive = into.here.state(session.id()).isAtRest();
        String obstacle = inactive ? "" : ACTIVE;
        return new Verdict(session, into.onConflict(obstacle), obstacle, differences);
    }

    private void carryOut(Verdict verdict) {
        switch (verdict.action()) {
            case ADD -> add(verdict);
            case REPLACE -> replace(verdict);
            case UNCHANGED -> leave(verdict);
            case CONFLICT, REFUSED -> tell(verdict, verdict.action(), verdict.reason());
        }
    }

    private void add(Verdict verdict) {
        Session session = verdict.session();
        List<String> remarks = new ArrayList<>();
        if (!names.add(session.name())) {
            remarks.add("another session has this name");
        }
        if (!secretNames.isKnown(session)) {
            remarks.add("no plug-in here knows its type " + session.type());
        }
        List<SecretName> secrets = into.secrets.of(session.id().value());
        if (!secrets.containsAll(secretNames.required(session))) {
            remarks.add("without its secrets");
            withoutSecrets.add(session.name());
        }
        into.next.session(session);
        into.keep(secrets);
        tell(verdict, Action.ADD, String.join("; ", remarks));
    }

    private void replace(Verdict verdict) {
        Session there = Objects.requireNonNull(here.get(verdict.session().id().value()));
        into.next.session(withMomentsOf(there, verdict.session()));
        into.rekey(there.id(), into.secrets.notYetKept(there.id().value()));
        into.replaced(there.id());
        tell(verdict, Action.REPLACE, verdict.reason());
    }

    /** A session that is here may still lack secrets that came along. */
    private void leave(Verdict verdict) {
        List<SecretName> missing = missingSecrets(verdict.session());
        into.rekey(verdict.session().id(), missing);
        tell(
                verdict,
                missing.isEmpty() ? Action.UNCHANGED : Action.ADD,
                missing.isEmpty() ? verdict.reason() : "its secrets; the session itself is here");
    }

    private List<SecretName> missingSecrets(Session session) {
        String id = session.id().value();
        return here.containsKey(id) ? into.secrets.of(id, Fact.MISSING) : List.of();
    }

    private void tell(Verdict verdict, Action action, String reason) {
        into.tell(ImportEntry.builder(KIND, verdict.session().name(), action)
                .id(verdict.session().id().value())
                .reason(reason)
                .differences(verdict.differences()));
    }

    private Session withIdsOfHere(Session session) {
        Session.Builder builder = session.toBuilder();
        session.profileId()
                .map(id -> into.sameHere.get(id.value()))
                .ifPresent(id -> builder.profileId(new ProfileId(id)));
        session.settings().forEach((name, value) -> builder.setting(name, into.sameHere.getOrDefault(value, value)));
        return builder.build();
    }

    private static Session withMomentsOf(Session there, Session session) {
        Session.Builder builder =
                session.toBuilder().lastStartedAt(there.lastStartedAt().orElse(null));
        there.origin()
                .filter(origin -> session.origin().map(SessionMerge::key).equals(Optional.of(key(origin))))
                .ifPresent(builder::origin);
        return builder.build();
    }

    private static String key(SessionOrigin origin) {
        return origin.integration() + "\n" + origin.upstreamId();
    }
}
