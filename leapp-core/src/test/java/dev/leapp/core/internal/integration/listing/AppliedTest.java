package dev.leapp.core.internal.integration.listing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.integration.Listing;
import dev.leapp.core.integration.SyncFilter;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnsyncedFileOperations;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.IntegrationId;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AppliedTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    @TempDir
    private Path home;

    @Test
    void inADirectoryThatCantBeSyncedItIsNotedAllTheSame() {
        Applied applied = applied(new UnsyncedFileOperations());

        applied.note(listed(NOW));

        assertThat(applied.isOvertaken(listed(NOW.minusSeconds(1)))).isTrue();
        assertThat(applied.isOvertaken(listed(NOW))).isFalse();
    }

    @Test
    void whatIsNotNotedIsTold() {
        Applied applied = applied(new FaultyFileOperations(2, Fault.DISK_FULL));

        assertThatThrownBy(() -> applied.note(listed(NOW))).isInstanceOf(WorkspaceException.class);
        assertThat(applied.isOvertaken(listed(NOW.minusSeconds(1)))).isFalse();
    }

    private Applied applied(FileOperations operations) {
        return new Applied(
                home.resolve("listings"),
                new AtomicFile(operations, new SecureRandom()),
                new Turns(home.resolve("locks"), "synced", UserInteraction.nonInteractive(), Duration.ofSeconds(1)),
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    private static Listing listed(Instant moment) {
        return new Listing(
                new IntegrationId("corp"),
                "source",
                moment,
                new SyncFilter(List.of(), List.of()),
                List.of(),
                List.of(),
                List.of());
    }
}
