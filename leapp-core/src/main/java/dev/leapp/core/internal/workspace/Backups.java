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
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Older generations of the workspace file, as they were written: the last ten, and the last of each day for two weeks. The time of
 * writing is in the name, in UTC.
 */
final class Backups {

    private static final int LAST = 10;
    private static final int DAYS = 14;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'");
    private static final Pattern NAME = Pattern.compile("workspace-([0-9]{8}T[0-9]{6}Z)-([0-9]{1,18})\\.sealed");

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

    private record Backup(Path path, LocalDate day, long generation) {}

    /** Keeps one more generation, and removes those that are due. */
    void keep(byte[] file, long generation) throws IOException {
        Instant now = clock.instant();
        String time = TIME.format(now.atOffset(ZoneOffset.UTC));
        files.write(directory.resolve("workspace-" + time + "-" + generation + ".sealed"), file);
        List<Backup> newestFirst = newestFirst();
        Set<Backup> kept = kept(newestFirst, LocalDate.ofInstant(now, ZoneOffset.UTC));
        for (Backup backup : newestFirst) {
            if (!kept.contains(backup)) {
                Files.deleteIfExists(backup.path());
            }
        }
        removeUnfinished();
    }

    /** Each backup has a name of its own, so nobody writes that name again after a crash. Callers hold the workspace's lock. */
    private void removeUnfinished() throws IOException {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory, ".workspace-*.tmp")) {
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
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

    private List<Backup> newestFirst() throws IOException {
        List<Backup> backups = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
            for (Path entry : entries) {
                Matcher matcher = NAME.matcher(entry.getFileName().toString());
                if (matcher.matches()) {
                    LocalDate day = LocalDateTime.parse(matcher.group(1), TIME).toLocalDate();
                    backups.add(new Backup(entry, day, Long.parseLong(matcher.group(2))));
                }
            }
        } catch (NoSuchFileException e) {
            return List.of();
        }
        backups.sort(Comparator.comparingLong(Backup::generation).reversed());
        return backups;
    }
}
