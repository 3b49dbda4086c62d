package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretStoreCheckTest {

    private static final Set<SecretName> KEPT = Set.of(new SecretName("ops-id-api-key"));

    @TempDir
    Path directory;

    private Optional<String> chosen = Optional.of("keychain");
    private Optional<String> left = Optional.empty();
    private boolean asks;
    private Supplier<Optional<Set<SecretName>>> names = () -> Optional.of(KEPT);

    @Test
    void storeThatHasWhatIsNeededIsInOrder() {
        assertThat(Visits.only(look()).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void missingSecretIsAProblemAndAnOptionalOneIsNot() {
        names = () -> Optional.of(Set.of(new SecretName("other-id-api-key")));

        Finding found = look().get(1);

        assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(found.what()).contains("'ops'", "API key").doesNotContain("PIN");
        assertThat(found.hint()).contains("leapp session edit ops --api-key-stdin gives them anew");
        assertThat(found.ids()).containsExactly("ops-id");
    }

    @Test
    void encryptedFileThatIsGoneIsNamed() throws IOException {
        chosen = Optional.of("file");
        names = () -> Optional.of(Set.of());
        assertThat(look().get(0).what()).contains("secrets.sealed is not there");

        Files.createFile(directory.resolve("secrets.sealed"));
        assertThat(look().get(0).severity()).isEqualTo(Severity.OK);
    }

    @Test
    void storeThatCannotListOrIsNotChosenYetIsANote() {
        names = Optional::empty;
        assertThat(Visits.only(look()).severity()).isEqualTo(Severity.NOTE);

        chosen = Optional.empty();
        assertThat(Visits.only(look()).hint().orElseThrow()).startsWith("leapp secret-store show");
    }

    @Test
    void lockedStoreIsAWarningOnlyIfSomebodyWouldBeAsked() {
        names = () -> {
            throw new SecretStoreException(CoreErrorCode.SECRET_STORE_LOCKED, "locked", "unlock it");
        };
        assertThat(Visits.only(look()).severity()).isEqualTo(Severity.PROBLEM);

        asks = true;
        assertThat(Visits.only(look()).severity()).isEqualTo(Severity.WARNING);
        assertThat(Visits.only(look()).hint()).contains("unlock it");
    }

    @Test
    void storeThatCannotBeReachedIsAProblem() {
        asks = true;
        names = () -> {
            throw new SecretStoreException(CoreErrorCode.SECRET_STORE_FAILED, "no bus", null);
        };

        assertThat(Visits.only(look()).severity()).isEqualTo(Severity.PROBLEM);
        assertThat(Visits.only(look()).what()).contains("no bus");
    }

    @Test
    void migrationThatWasCutOffIsCompletedByTheSameCommand() {
        left = Optional.of("file");

        assertThat(look().get(0).hint().orElseThrow()).startsWith("leapp secret-store migrate keychain");
    }

    @Test
    void nothingIsLookedAtIfNoSessionCanBeSeen() {
        names = () -> {
            throw new AssertionError("looked");
        };

        assertThat(Visits.only(check().look(Visits.unopened(new FakeFile(), CoreErrorCode.WORKSPACE_CORRUPT)))
                        .severity())
                .isEqualTo(Severity.NOTE);
    }

    private List<Finding> look() {
        return check().look(Visits.of(new FakeFile(), Visits.session("ops")));
    }

    private SecretStoreCheck check() {
        SecretStoreLook store = new SecretStoreLook(() -> chosen, () -> left, () -> asks, names);
        return new SecretStoreCheck(
                store, directory.resolve("secrets.sealed"), SamplePlugin.registry(new SamplePlugin()));
    }
}
