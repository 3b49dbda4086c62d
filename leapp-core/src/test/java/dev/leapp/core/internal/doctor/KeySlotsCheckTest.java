package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import dev.leapp.core.workspace.WorkspaceFile;
import java.util.List;
import org.junit.jupiter.api.Test;

class KeySlotsCheckTest {

    private final FakeFile file = new FakeFile();

    @Test
    void onlyTheMachinesSlotBringsAdvice() {
        List<Finding> found = look(file.slot("aa", "machine", null), false);

        assertThat(found).extracting(Finding::severity).containsExactly(Severity.OK, Severity.NOTE);
        assertThat(found.get(1).hint().orElseThrow()).startsWith("leapp workspace key add passphrase");
    }

    @Test
    void desktopAppsFileBringsNone() {
        file.format = WorkspaceFile.LEAPP;

        assertThat(Visits.only(look(file.slot("-", "machine", null), false)).what())
                .isEqualTo("this machine's id opens it here");
    }

    @Test
    void lostSlotIsAWarningWhileAnotherOpensAndAProblemElse() {
        Finding warned = look(file.slot("aa", "machine", null).slot("bb", "keychain", "no item"), false)
                .get(1);
        assertThat(warned.severity()).isEqualTo(Severity.WARNING);
        assertThat(warned.ids()).containsExactly("bb");
        assertThat(warned.hint().orElseThrow())
                .contains("leapp workspace key remove bb", "leapp workspace key add keychain");

        Finding alone = Visits.only(look(new FakeFile().slot("bb", "keychain", "no item"), false));
        assertThat(alone.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(alone.hint().orElseThrow()).startsWith("leapp workspace recover");
    }

    @Test
    void passphraseIsAskedOfNobody() {
        assertThat(Visits.only(look(file.slot("cc", "passphrase", "nobody"), false))
                        .severity())
                .isEqualTo(Severity.NOTE);
        assertThat(Visits.only(look(file, true)).severity()).isEqualTo(Severity.PROBLEM);
    }

    @Test
    void headerThatCannotBeReadIsAMatterOfTheFile() {
        file.slotFailure = new LeappException(CoreErrorCode.WORKSPACE_CORRUPT, "damaged", null);

        assertThat(look(file, false)).isEmpty();
    }

    private static List<Finding> look(FakeFile file, boolean passphraseGiven) {
        return new KeySlotsCheck(file, passphraseGiven).look(Visits.of(file));
    }
}
