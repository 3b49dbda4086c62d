package dev.leapp.core.internal.doctor;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.file.Symlinks;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.workspace.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Does a process hold a lock? */
record LocksCheck(LeappDirectory directory) implements Check {

    private static final String TOPIC = "locks";

    @Override
    public String topic() {
        return TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<Finding> found = new ArrayList<>();
        try {
            for (Path folder : folders()) {
                for (Path lock : files(folder)) {
                    held(lock).ifPresent(found::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return found.isEmpty() ? List.of(Finding.ok(TOPIC, "none is held")) : found;
    }

    /** The workspace's own lock lies beside the file that is really written. */
    private Set<Path> folders() throws IOException {
        Set<Path> folders = new LinkedHashSet<>(List.of(directory.locks()));
        folders.add(Symlinks.follow(directory.workspaceFile()).resolveSibling("locks"));
        return folders;
    }

    private static List<Path> files(Path folder) throws IOException {
        List<Path> files = new ArrayList<>();
        if (Files.isDirectory(folder)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, "*.lock")) {
                entries.forEach(files::add);
            }
        }
        files.sort(null);
        return files;
    }

    private static Optional<Finding> held(Path lock) {
        try {
            return InterProcessLock.at(lock)
                    .owner()
                    .map(owner -> Finding.note(TOPIC, owner + " holds " + lock.getFileName())
                            .withHint("commands that need it wait; end that process if it hangs"));
        } catch (IOException e) {
            return Optional.of(Finding.note(TOPIC, "it can't be told whether " + lock + " is held"));
        }
    }
}
