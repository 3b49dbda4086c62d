package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.receipt.Receipts;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReceiptsCheckTest {

    @TempDir
    Path directory;

    private Receipts receipts;

    @BeforeEach
    void record() {
        receipts = new Receipts(directory, new AtomicFile(FileOperations.ofTheSystem(), new SecureRandom()));
        receipts.record(new Receipt("chain", new SessionId("ops-id"), new AttemptId("a"), List.of()), false);
    }

    @Test
    void receiptOfASessionThatIsThereIsInOrder() {
        assertThat(look(Visits.of(new FakeFile(), Visits.session("ops")))).isEmpty();
    }

    @Test
    void receiptWhoseSessionIsGoneIsAWarningUnlessNoSessionCanBeSeen() {
        Finding found = Visits.only(look(Visits.of(new FakeFile())));

        assertThat(found.severity()).isEqualTo(Severity.WARNING);
        assertThat(found.ids()).containsExactly("ops-id");
        assertThat(look(Visits.unopened(new FakeFile(), CoreErrorCode.WORKSPACE_CORRUPT)))
                .isEmpty();
    }

    @Test
    void receiptThatCannotBeReadIsAProblemEvenIfTheWorkspaceCannotBeOpened() throws IOException {
        Files.writeString(directory.resolve("ops-id.json"), "{");

        Finding found = Visits.only(look(Visits.unopened(new FakeFile(), CoreErrorCode.WORKSPACE_CORRUPT)));

        assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(found.what()).contains("ops-id.json");
        assertThat(found.hint()).isPresent();
    }

    private List<Finding> look(Visit visit) {
        return new ReceiptsCheck(receipts).look(visit);
    }
}
