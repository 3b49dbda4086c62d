package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupsTest {

    private static final Instant START = Instant.parse("2026-11-01T12:00:00Z");

    @TempDir
    Path directory;

    private long generation;

    @Test
    void lastTenAreKept() throws IOException {
        for (int i = 0; i < 25; i++) {
            keep(START.plusSeconds(i));
        }

        assertThat(generations())
                .isEqualTo(IntStream.rangeClosed(16, 25).mapToObj(Long::valueOf).toList());
    }

    @Test
    void lastOfEachDayIsKeptForTwoWeeks() throws IOException {
        for (int day = 0; day < 30; day++) {
            keep(START.plus(day, ChronoUnit.DAYS));
            keep(START.plus(day, ChronoUnit.DAYS).plusSeconds(60));
        }

        // the last ten are 51 to 60; before them the evens, each the last of its day, back to day 16 of 0 to 29
        assertThat(generations())
                .containsExactly(
                        34L, 36L, 38L, 40L, 42L, 44L, 46L, 48L, 50L, 51L, 52L, 53L, 54L, 55L, 56L, 57L, 58L, 59L, 60L);
    }

    @Test
    void nameTellsTimeAndGeneration() throws IOException {
        keep(START);

        assertThat(directory.resolve("backups/workspace-20261101T120000Z-1.sealed"))
                .hasBinaryContent(new byte[] {1});
    }

    @Test
    void otherFilesStay() throws IOException {
        Path mine = Files.createDirectories(directory.resolve("backups")).resolve("my-own-copy.sealed");
        Files.writeString(mine, "mine");
        for (int i = 0; i < 12; i++) {
            keep(START.plusSeconds(i));
        }

        assertThat(mine).exists();
    }

    @Test
    void backupThatADeadProcessBeganIsRemoved() throws IOException {
        Path begun = Files.createDirectories(directory.resolve("backups"))
                .resolve(".workspace-20261101T115959Z-7.sealed.0123456789abcdef.tmp");
        Files.writeString(begun, "half");

        keep(START);

        assertThat(begun).doesNotExist();
        assertThat(generations()).containsExactly(1L);
    }

    private void keep(Instant now) throws IOException {
        generation++;
        AtomicFile files = new AtomicFile(FileOperations.ofTheSystem(), new SecureRandom());
        new Backups(directory.resolve("Leapp-lock.json"), files, Clock.fixed(now, ZoneOffset.UTC))
                .keep(new byte[] {(byte) generation}, generation, WorkspaceFormat.SEALED);
    }

    private List<Long> generations() throws IOException {
        try (Stream<Path> backups = Files.list(directory.resolve("backups"))) {
            return backups.map(backup -> backup.getFileName().toString().replaceAll(".*-([0-9]+)\\.sealed", "$1"))
                    .map(Long::valueOf)
                    .sorted()
                    .toList();
        }
    }
}
