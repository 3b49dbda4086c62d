package dev.leapp.provider.aws.internal.chain;

import static dev.leapp.provider.aws.internal.chain.ChainFixture.keys;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.Standing;
import dev.leapp.core.spi.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receipt and the files say together. */
class InspectionTest {

    @TempDir
    Path home;

    private ChainFixture file;
    private ChainFixture process;

    @BeforeEach
    void prepare() {
        file = new ChainFixture(home, new CredentialsFileFactory());
        process = new ChainFixture(home, new CredentialProcessFactory());
    }

    @Test
    void whatOthersWriteElsewhereIsNoChange() {
        file.writeCredentials("[a]\nk = v\n");
        file.start("1");

        file.writeCredentials(
                "# mine\n" + file.credentialsText() + "output = json\n\n[ops2]\naws_access_key_id = AKIA\n");

        assertThat(file.standing()).isEqualTo(Standing.INTACT);
    }

    @Test
    void aRotationIsIntactBeforeAndAfterItsBytes() {
        file.start("1");
        String old = file.credentialsText();
        file.start("2");

        assertThat(file.standing()).isEqualTo(Standing.INTACT);
        file.writeCredentials(old);
        assertThat(file.standing()).isEqualTo(Standing.INTACT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "aws_access_key_id = AKIA\naws_secret_access_key = mine\n",
                "aws_access_key_id = ASIA1\naws_secret_access_key = canary-secret-1\n",
                """
                aws_access_key_id = ASIA1
                aws_access_key_id = ASIA1
                aws_secret_access_key = canary-secret-1
                aws_session_token = canary-token-1
                """,
                "sso_session = mine\n"
            })
    void otherKeysInTheSectionAreAChange(String keys) {
        file.start("1");

        file.writeCredentials("[ops]\n" + keys);

        assertThat(file.standing()).isEqualTo(Standing.CHANGED);
    }

    @Test
    void aSectionThatStandsTwiceIsAChange() {
        file.start("1");

        file.writeCredentials(file.credentialsText() + "[ops]\n" + keys("1"));

        assertThat(file.standing()).isEqualTo(Standing.CHANGED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[ops]\n", "[ops]\noutput = json\n", "[a]\nk = v\n"})
    void withoutTheKeysItIsMissingWhateverStandsInTheConfigFile(String left) {
        file.start("1");

        file.writeCredentials(left);

        assertThat(file.configText()).contains("region");
        assertThat(file.standing()).isEqualTo(Standing.MISSING);
    }

    @Test
    void withoutTheRegionItIsAChange() throws IOException {
        file.start("1");

        Files.delete(file.configFile());

        assertThat(file.standing()).isEqualTo(Standing.CHANGED);
    }

    @Test
    void aDeletedDirectoryIsMissing() throws IOException {
        file.start("1");
        Files.delete(file.configFile());
        Files.delete(file.credentialsFile());
        Files.delete(file.credentialsFile().getParent());

        assertThat(file.standing()).isEqualTo(Standing.MISSING);
        assertThat(file.tree()).as("looking creates nothing").isEmpty();
    }

    @Test
    void aReceiptOfNothingIsIntact() {
        file.receipt =
                new Receipt(CredentialsFileFactory.ID, new SessionId("s-1"), new AttemptId("attempt"), List.of());

        assertThat(file.standing()).isEqualTo(Standing.INTACT);
    }

    @Test
    void whatWasTakenOverAndEditedSinceIsStillOurs() {
        file.writeCredentials("[ops]\naws_access_key_id = AKIAMINE\naws_secret_access_key = mine\noutput = json\n");
        file.takeOver("1");
        assertThat(file.standing()).isEqualTo(Standing.INTACT);

        file.writeCredentials(file.credentialsText().replace("json", "text"));
        assertThat(file.standing()).isEqualTo(Standing.INTACT);

        file.stop();
        assertThat(file.standing()).as("the user's own keys are back").isEqualTo(Standing.CHANGED);
    }

    @Test
    void anotherProcessIsAChangeAndNoneIsMissing() {
        process.start("1");

        process.writeConfig("[profile ops]\ncredential_process = other\n");
        assertThat(process.standing()).isEqualTo(Standing.CHANGED);

        process.writeConfig("[profile ops]\noutput = json\n");
        assertThat(process.standing()).isEqualTo(Standing.MISSING);
    }

    @Test
    void keysThatWinOverAProcessAreAChange() {
        process.start("1");

        process.writeCredentials("[ops]\naws_access_key_id = AKIA\n");

        assertThat(process.standing()).isEqualTo(Standing.CHANGED);
    }

    @Test
    void aFileThatCannotBeReadIsNotGuessedAt() throws IOException {
        file.start("1");
        Files.delete(file.credentialsFile());
        Files.createDirectory(file.credentialsFile());
        Map<String, String> before = file.tree();

        assertThatThrownBy(file::standing).isInstanceOf(LeappException.class);

        assertThat(file.tree()).isEqualTo(before);
    }
}
