package dev.leapp.core.internal.login;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FaultyFileOperations;
import dev.leapp.core.internal.file.FaultyFileOperations.Fault;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnsyncedFileOperations;
import dev.leapp.core.session.IntegrationId;
import java.nio.file.Path;
import java.security.SecureRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LoginMarksTest {

    private static final IntegrationId ACME = new IntegrationId("acme");

    @TempDir
    private Path home;

    @Test
    void aMarkInADirectoryThatCantBeSyncedIsThere() {
        LoginMarks marks = marks(new UnsyncedFileOperations());

        marks.write(ACME, LoginMark.nobody());

        assertThat(marks.of(ACME)).contains(LoginMark.nobody());
    }

    @Test
    void aMarkThatIsNotWrittenIsTold() {
        LoginMarks marks = marks(new FaultyFileOperations(2, Fault.DISK_FULL));

        assertThatThrownBy(() -> marks.write(ACME, LoginMark.nobody())).isInstanceOf(WorkspaceException.class);
        assertThat(marks.of(ACME)).isEmpty();
    }

    private LoginMarks marks(FileOperations operations) {
        return new LoginMarks(new LoginFiles(new LeappDirectory(home)), new AtomicFile(operations, new SecureRandom()));
    }
}
