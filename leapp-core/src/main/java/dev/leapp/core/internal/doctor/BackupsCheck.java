package dev.leapp.core.internal.doctor;

import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.WorkspaceFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Is there something to go back to? */
record BackupsCheck(Path path, WorkspaceFile file) implements Check {

    private static final String TOPIC = "backups";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<Finding> found = new ArrayList<>();
        List<Generation> newestFirst = visit.generations();
        if (!newestFirst.isEmpty()) {
            found.add(newest(newestFirst, visit));
        } else if (Files.exists(path)) {
            found.add(Finding.note(TOPIC, "no older generation is kept yet; the next change keeps one"));
        }
        file.desktopBackup()
                .ifPresent(backup ->
                        found.add(Finding.note(TOPIC, "the desktop app has kept a backup of its own, " + backup)));
        return found;
    }

    private static Finding newest(List<Generation> newestFirst, Visit visit) {
        Generation newest = newestFirst.get(0);
        String kept = Words.count(newestFirst.size(), "generation")
                + (newestFirst.size() == 1 ? " is kept; number " : " are kept; the newest, number ") + newest.number()
                + " of " + newest.writtenAt();
        if (visit.needsPassphrase()) {
            return Finding.note(TOPIC, kept + ", needs the passphrase, too");
        }
        if (newest.problem().isEmpty()) {
            return Finding.ok(TOPIC, kept + ", opens");
        }
        String older = visit.newestOpening()
                .map(opening -> "; number " + opening.number() + " does")
                .orElse("");
        return Finding.warning(
                        TOPIC, kept + ", does not open: " + newest.problem().get() + older)
                .withHint("leapp workspace backups shows them all");
    }
}
