package dev.leapp.core.internal.transfer;

import dev.leapp.core.port.SecretName;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.Workspace;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a merge works on: the state of the workspace, what is imported, and what has come of it so far. */
final class Merging {

    final Snapshot here;
    final Workspace imported;
    final ImportedSecrets secrets;
    final Workspace.Builder next;
    /** The ids of everything but sessions that will be in the workspace. */
    final Set<String> ids = new HashSet<>();
    /** Ids of imported things that are in the workspace under another id. */
    final Map<String, String> sameHere = new HashMap<>();

    private final ConflictPolicy policy;
    private final List<ImportEntry> entries = new ArrayList<>();
    private final List<String> remarks = new ArrayList<>();
    private final Set<SecretName> toKeep = new LinkedHashSet<>();
    private final Set<SessionId> replaced = new LinkedHashSet<>();
    private final Set<SessionId> rekeyed = new LinkedHashSet<>();

    Merging(Snapshot here, Workspace imported, ImportedSecrets secrets, ConflictPolicy policy) {
        this.here = here;
        this.imported = imported;
        this.secrets = secrets;
        this.policy = policy;
        this.next = here.workspace().toBuilder();
    }

    /** What becomes of something that is here with other content. */
    Action onConflict(String obstacle) {
        return policy == ConflictPolicy.REPLACE && obstacle.isEmpty() ? Action.REPLACE : Action.CONFLICT;
    }

    void tell(ImportEntry.Builder entry) {
        entries.add(entry.build());
    }

    void remark(String line) {
        remarks.add(line);
    }

    void keep(List<SecretName> names) {
        toKeep.addAll(names);
    }

    /** Keeps secrets of a session that is here. */
    void rekey(SessionId session, List<SecretName> names) {
        keep(names);
        if (!names.isEmpty()) {
            rekeyed.add(session);
        }
    }

    void replaced(SessionId session) {
        replaced.add(session);
    }

    Merged result() {
        return new Merged(
                next.build(),
                List.copyOf(entries),
                List.copyOf(remarks),
                List.copyOf(toKeep),
                Set.copyOf(replaced),
                Set.copyOf(rekeyed));
    }
}
