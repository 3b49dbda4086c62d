package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.AtomicFile;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Older generations of the workspace file, as they were written: the last ten, and the last of each day for two weeks. The time of
 * writing is in the name, in UTC. What a recovery replaced lies there, too, and stays. Changing anything here is for the owner of
 * the workspace's lock.
 */
final class Backups {

    private static final int LAST = 10;
    private static final int DAYS = 14;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final Pattern NAME =
            Pattern.compile("workspace-([0-9]{8}T[0-9]{6}Z)-([0-9]{1,18})\\.(sealed|leapp)");
    private static final Predicate<String> REPLACED =
            Pattern.compile("replaced-.*\\.bin").asMatchPredicate();

    private final Path directory;
    private final AtomicFile files;
    private final Clock clock;

    Backups(Path workspaceFile, AtomicFile files, Clock clock) {
        this.directory = directoryOf(workspaceFile);
        this.files = files;
        this.clock = clock;
    }

    static Path directoryOf(Path workspaceFile) {
        return workspaceFile.resolveSibling("backups");
    }

    Path directory() {
        return directory;
    }

    /** One generation that was kept. */
    record Backup(Path path, Instant writtenAt, long generation, WorkspaceFormat format) {

        private LocalDate day() {
            return LocalDate.ofInstant(writtenAt, ZoneOffset.UTC);
        }
    }

    /** Keeps one more generation, and removes those that are due. */
    void keep(byte[] file, long generation, WorkspaceFormat format) throws IOException {
        Instant now = clock.instant();
        files.write(directory.resolve("workspace-" + time(now) + "-" + generation + "." + format.id()), file);
        List<Backup> newestFirst = newestFirst();
        Set<Backup> kept = kept(newestFirst, LocalDate.ofInstant(now, ZoneOffset.UTC));
        for (Backup backup : newestFirst) {
            if (!kept.contains(backup)) {
                Files.deleteIfExists(backup.path());
            }
        }
        removeUnfinished();
    }

    /** Puts the bytes of a file that is about to be replaced by an older one aside; once, also if a recovery was killed before. */
    Path putAside(byte[] file) throws IOException {
        String ending = "-" + LastWrite.digestOf(file).substring(0, 8) + ".bin";
        for (Path each : putAside()) {
            if (each.getFileName().toString().endsWith(ending) && Arrays.equals(Files.readAllBytes(each), file)) {
                return each;
            }
        }
        Path path = directory.resolve("replaced-" + time(clock.instant()) + ending);
        files.write(path, file);
        return path;
    }

    /** Writes a generation anew, under another key. */
    void replace(Backup backup, byte[] sealed) throws IOException {
        String name = backup.path().getFileName().toString().replaceAll("\\.leapp$", ".sealed");
        Path path = backup.path().resolveSibling(name);
        files.write(path, sealed);
        if (!path.equals(backup.path())) {
            delete(backup.path());
        }
    }

    void delete(Path kept) throws IOException {
        Files.deleteIfExists(kept);
    }

    /** Returns the generations that are kept. */
    List<Backup> newestFirst() throws IOException {
        List<Backup> backups = new ArrayList<>();
        for (Path entry : entries("workspace-*")) {
            Matcher matcher = NAME.matcher(entry.getFileName().toString());
            if (matcher.matches()) {
                backups.add(new Backup(
                        entry,
                        LocalDateTime.parse(matcher.group(1), TIME).toInstant(ZoneOffset.UTC),
                        Long.parseLong(matcher.group(2)),
                        WorkspaceFormat.of(matcher.group(3)).orElseThrow()));
            }
        }
        backups.sort(Comparator.comparingLong(Backup::generation).reversed());
        return backups;
    }

    /** Returns the highest number of a generation that is kept; 0 if that can't be seen, and then none can be kept either. */
    long newest() {
        try {
            return newestFirst().stream().mapToLong(Backup::generation).max().orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    /** Returns what recoveries have replaced. */
    List<Path> putAside() throws IOException {
        return entries("replaced-*").stream()
                .filter(path -> REPLACED.test(path.getFileName().toString()))
                .toList();
    }

    /** Each backup has a name of its own, so nobody writes that name again after a crash. */
    private void removeUnfinished() throws IOException {
        for (Path entry : entries(".{workspace,replaced}-*.tmp")) {
            Files.deleteIfExists(entry);
        }
    }

    private static Set<Backup> kept(List<Backup> newestFirst, LocalDate today) {
        Set<Backup> kept = new HashSet<>(newestFirst.subList(0, Math.min(LAST, newestFirst.size())));
        Set<LocalDate> days = new HashSet<>();
        for (Backup backup : newestFirst) {
            if (backup.day().isAfter(today.minusDays(DAYS)) && days.add(backup.day())) {
                kept.add(backup);
            }
        }
        return kept;
    }

    private List<Path> entries(String glob) throws IOException {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, glob)) {
            entries.forEach(found::add);
        } catch (NoSuchFileException e) {
            return List.of();
        }
        return found;
    }

    private static String time(Instant instant) {
        return TIME.format(instant.atOffset(ZoneOffset.UTC));
    }
}
