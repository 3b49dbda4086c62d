package dev.leapp.core.internal.doctor;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.workspace.Finding;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** May the owner read and write what is Leapp's, and nobody else? Goes by the modes, which also hold for who may do everything. */
record PermissionsCheck(LeappDirectory directory) implements Check {

    private static final Set<PosixFilePermission> FILE = Set.copyOf(PosixFilePermissions.fromString("rw-------"));
    private static final Set<PosixFilePermission> DIRECTORY = Set.copyOf(PosixFilePermissions.fromString("rwx------"));

    @Override
    public String topic() {
        return WorkspaceCheck.TOPIC;
    }

    @Override
    public List<Finding> look(Visit visit) {
        List<Finding> found = new ArrayList<>();
        List<Path> directories = List.of(
                directory.root(),
                directory.root().resolve("backups"),
                directory.receipts(),
                directory.cache(),
                directory.locks(),
                directory.log(),
                directory.stops(),
                directory.listings(),
                directory.logins(),
                directory.pace());
        directories.forEach(each -> look(each, DIRECTORY, "700").ifPresent(found::add));
        List.of(
                        directory.workspaceFile(),
                        directory.secretsFile(),
                        directory.root().resolve("state.json"))
                .forEach(each -> look(each, FILE, "600").ifPresent(found::add));
        return found;
    }

    private static Optional<Finding> look(Path path, Set<PosixFilePermission> wanted, String mode) {
        try {
            if (!Files.exists(path)) {
                return Optional.empty();
            }
            Optional<String> wrong =
                    path.getFileSystem().supportedFileAttributeViews().contains("posix")
                            ? wrong(Files.getPosixFilePermissions(path), wanted)
                            : Optional.empty();
            return wrong.map(what -> Finding.problem(WorkspaceCheck.TOPIC, path + " " + what)
                            .withHint("chmod " + mode + " " + quoted(path)))
                    .or(() -> unwritable(path));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Optional<String> wrong(Set<PosixFilePermission> found, Set<PosixFilePermission> wanted) {
        Set<PosixFilePermission> missing = EnumSet.copyOf(wanted);
        missing.removeAll(found);
        if (missing.contains(PosixFilePermission.OWNER_READ) || missing.contains(PosixFilePermission.OWNER_EXECUTE)) {
            return Optional.of("can't be read by its owner" + modes(found, wanted));
        }
        if (!missing.isEmpty()) {
            return Optional.of("is read-only, so nothing can be changed" + modes(found, wanted));
        }
        boolean wider = !wanted.containsAll(found);
        return wider ? Optional.of("is open to other users" + modes(found, wanted)) : Optional.empty();
    }

    private static String modes(Set<PosixFilePermission> found, Set<PosixFilePermission> wanted) {
        return " (its mode is " + PosixFilePermissions.toString(found) + ", not "
                + PosixFilePermissions.toString(wanted) + ")";
    }

    private static Optional<Finding> unwritable(Path path) {
        return Files.isWritable(path)
                ? Optional.empty()
                : Optional.of(Finding.problem(
                                WorkspaceCheck.TOPIC,
                                path + " can't be written, though its mode allows it to its owner")
                        .withHint(
                                "it belongs to another user, or its file system is read-only: ls -ld " + quoted(path)));
    }

    private static String quoted(Path path) {
        String text = path.toString();
        return text.matches("[A-Za-z0-9/._@+-]+") ? text : "'" + text.replace("'", "'\\''") + "'";
    }
}
