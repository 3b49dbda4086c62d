package dev.leapp.core.internal.doctor;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.Snapshot;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Is the workspace file there, and does it open? */
record WorkspaceCheck(Path path, WorkspaceFile file) implements Check {

    static final String TOPIC = "workspace file";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<Finding> found = new ArrayList<>(brokenLink(visit).stream().toList());
        if (found.isEmpty()) {
            found.add(visit.snapshot()
                    .map(snapshot -> opened(snapshot, visit))
                    .orElseGet(() -> unopened(visit.trouble().orElseThrow(), visit)));
        }
        return found;
    }

    private Optional<Finding> brokenLink(Visit visit) {
        if (!Files.isSymbolicLink(path) || Files.exists(path)) {
            return Optional.empty();
        }
        Path target = target();
        Finding broken = Finding.problem(TOPIC, path + " is a link to " + target + ", which is not there");
        return Optional.of(
                Files.isDirectory(target.resolveSibling("."))
                        ? broken.withHint(wayBack(visit).orElse("bring that file back, or remove the link"))
                        : broken.withHint("mount or create the directory " + target.getParent()
                                + ", or remove the link; then leapp workspace doctor"));
    }

    private Path target() {
        try {
            return path.resolveSibling(Files.readSymbolicLink(path));
        } catch (IOException e) {
            return path;
        }
    }

    private Finding opened(Snapshot snapshot, Visit visit) {
        if (Files.exists(path)) {
            int sessions = snapshot.workspace().sessions().size();
            return Finding.ok(
                    TOPIC, path + " opens: " + Words.count(sessions, "session") + ", in the format of " + format());
        }
        if (visit.newest().isEmpty()) {
            return Finding.note(TOPIC, "there is none yet at " + path + "; the first change makes it");
        }
        Finding gone = Finding.problem(TOPIC, path + " is gone, though older generations of it are kept");
        return wayBack(visit).map(gone::withHint).orElse(gone);
    }

    private String format() {
        return file.format().equals(WorkspaceFile.LEAPP) ? "the Leapp desktop app" : "Leapp for the JVM";
    }

    private Finding unopened(LeappException trouble, Visit visit) {
        if (visit.needsPassphrase()) {
            return Finding.warning(TOPIC, path + " needs the passphrase, so what is in it was not looked at")
                    .withHint("set LEAPP_WORKSPACE_PASSPHRASE, then leapp workspace doctor");
        }
        Finding found = Finding.problem(TOPIC, String.valueOf(trouble.getMessage()));
        return hint(trouble, visit).map(found::withHint).orElse(found);
    }

    /** An older generation has the same key, so it helps only if the bytes are what is wrong. */
    private Optional<String> hint(LeappException trouble, Visit visit) {
        boolean bytes = trouble.code() == CoreErrorCode.WORKSPACE_CORRUPT
                || trouble.code() == CoreErrorCode.WORKSPACE_FORMAT_UNKNOWN
                || trouble.code() == CoreErrorCode.WORKSPACE_FORMAT_CHANGED
                || (trouble.code() == CoreErrorCode.WORKSPACE_NOT_READABLE && !Files.exists(path));
        return bytes ? wayBack(visit).or(trouble::hint) : trouble.hint();
    }

    private Optional<String> wayBack(Visit visit) {
        Optional<Generation> newest = visit.newestOpening();
        if (newest.isPresent()) {
            return newest.map(WorkspaceCheck::recover);
        }
        return Optional.of(
                file.desktopBackup().isPresent()
                        ? "leapp workspace recover --desktop-backup brings back what the desktop app kept"
                        : "leapp workspace recover shows what can be brought back, or begins anew with --empty");
    }

    private static String recover(Generation newest) {
        return "leapp workspace recover --generation " + newest.number() + " brings back "
                + Words.count(newest.sessions().orElse(0), "session") + " of " + newest.writtenAt();
    }
}
