package dev.leapp.core.internal.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.workspace.Generation;
import dev.leapp.core.workspace.RecoverySource;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.core.workspace.WorkspaceFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each byte of a workspace file is changed, and the file is cut off everywhere. */
@Timeout(120)
class DamagedFileTest {

    private static final int[] BITS = {0x01, 0x20, 0x80};

    @TempDir
    Path home;

    private Path file;
    private byte[] whole = {};
    private Workspace before = Definitions.none().workspace();

    @BeforeEach
    void setUp() {
        file = home.resolve("Leapp-lock.json");
    }

    private void begin(WorkspaceFormat format) throws IOException {
        Repositories.begin(file, format);
        Repositories.set(Repositories.unforced(file), "changed", "yes"); // so that a generation is kept
        whole = Files.readAllBytes(file);
        before = Repositories.unforced(file).read().workspace();
    }

    @Test
    void changedByteOfASealedFileIsReportedLeftAloneAndRecoveredFrom() throws IOException {
        begin(WorkspaceFormat.SEALED);
        for (int i = 0; i < whole.length; i++) {
            for (int bits : BITS) {
                assertReportedAndLeftAlone(changed(i, bits));
            }
            recover();
        }
    }

    /** It has no seal: what is not caught must be a whole state that the desktop app would take, too. */
    @Test
    void changedByteOfADesktopAppsFileIsNearlyAlwaysReportedLeftAloneAndRecoveredFrom() throws IOException {
        begin(WorkspaceFormat.LEAPP);
        int caught = 0;
        for (int i = 0; i < whole.length; i++) {
            for (int bits : BITS) {
                caught += isCaughtOrConsistent(changed(i, bits)) ? 1 : 0;
            }
            if (i % 16 == 0) {
                recover();
            }
        }
        int changes = whole.length * BITS.length;
        System.out.println("caught " + caught + " of " + changes + " changed bytes of the desktop app's file");
        assertThat(caught).isGreaterThan(changes * 99 / 100);
    }

    @ParameterizedTest
    @EnumSource
    void truncatedFileIsReportedLeftAloneAndRecoveredFrom(WorkspaceFormat format) throws IOException {
        begin(format);
        int often = format == WorkspaceFormat.SEALED ? 1 : 16;
        for (int length = 0; length < whole.length; length++) {
            assertReportedAndLeftAlone(Arrays.copyOf(whole, length));
            if (length % often == 0) {
                recover();
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void addedBytesAreReportedAndLeftAlone(WorkspaceFormat format) throws IOException {
        begin(format);
        assertReportedAndLeftAlone(Bytes.concat(whole, new byte[] {0}));
        assertReportedAndLeftAlone(Bytes.concat(whole, new byte[] {'A'}));
        assertReportedAndLeftAlone(Bytes.concat(whole, whole));
        recover();
    }

    private byte[] changed(int index, int bits) {
        byte[] changed = whole.clone();
        changed[index] ^= (byte) bits;
        return changed;
    }

    private void assertReportedAndLeftAlone(byte[] damaged) throws IOException {
        Files.write(file, damaged);
        FileWorkspaceRepository repository = Repositories.unforced(file);
        assertReported(damaged, catchThrowable(repository::read));
        assertReported(damaged, catchThrowable(() -> Repositories.set(repository, "changed", "again")));
        assertThat(file).hasBinaryContent(damaged);
    }

    private boolean isCaughtOrConsistent(byte[] damaged) throws IOException {
        Files.write(file, damaged);
        FileWorkspaceRepository repository = Repositories.unforced(file);
        Optional<Throwable> thrown = Optional.ofNullable(catchThrowable(repository::read));
        if (thrown.isPresent()) {
            assertReportedAndLeftAlone(damaged);
            return true;
        }
        Repositories.set(repository, "changed", "again");
        assertThat(Repositories.unforced(file).read().workspace().settings()).containsEntry("changed", "again");
        return false;
    }

    private void assertReported(byte[] damaged, @Nullable Throwable thrown) {
        assertThat(thrown)
                .as("%d bytes, from %d on not as they were", damaged.length, Arrays.mismatch(whole, damaged))
                .isInstanceOfSatisfying(LeappException.class, e -> {
                    assertThat(e.code().trouble()).isEqualTo(Trouble.WORKSPACE_UNREADABLE);
                    assertThat(e.hint()).isPresent();
                })
                .hasMessageContaining(file.toString());
    }

    private void recover() throws IOException {
        byte[] damaged = Files.readAllBytes(file);
        Generation newest = care().generations().get(0);
        Path aside = care().recover(RecoverySource.generation(newest.number()))
                .putAside()
                .orElseThrow();
        assertThat(aside).hasBinaryContent(damaged);
        assertThat(Repositories.unforced(file).read().workspace()).isEqualTo(before);
        Files.delete(aside);
    }

    private WorkspaceFile care() {
        return Repositories.care(file, Repositories.MACHINE);
    }
}
