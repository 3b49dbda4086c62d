package dev.leapp.provider.aws.internal.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CredentialProcessChainTest {

    @TempDir
    Path home;

    private ChainFixture at;

    @BeforeEach
    void prepare() {
        at = new ChainFixture(home, new CredentialProcessFactory());
    }

    @Test
    void startWritesTheCommandAndNoSecret() {
        at.start("1");

        assertThat(at.tree()).containsOnlyKeys(".aws", ".aws/config");
        assertThat(at.configText())
                .isEqualTo("[profile ops]\ncredential_process = leapp session generate s-1\nregion = eu-west-1\n");
        at.start("2");
        at.stop();
        assertThat(at.tree()).isEmpty();
    }

    @Test
    void theEnvironmentMayNameTheCommand() {
        at.environment.put("LEAPP_COMMAND", "/opt/my tools/leapp");

        at.start("1");

        assertThat(at.configText()).contains("credential_process = \"/opt/my tools/leapp\" session generate s-1\n");
    }

    @Test
    void itIsAddedToAProfileThatDecidesNothing() {
        at.writeConfig("[profile ops]\r\nregion = eu-west-1\r\noutput = json");
        Map<String, String> before = at.tree();

        at.start("1");
        String added = "credential_process = leapp session generate s-1";
        assertThat(at.configText().split("\r\n"))
                .containsExactly("[profile ops]", "region = eu-west-1", "output = json", added);
        at.stop();

        assertThat(at.tree()).isEqualTo(before);
    }

    @Test
    void anotherProcessNeedsATakeover() {
        String config = "[profile ops]\ncredential_process = other\n";
        at.writeConfig(config);
        assertThat(catchThrowableOfType(LeappException.class, () -> at.start("1"))
                        .code())
                .isEqualTo(CoreErrorCode.FOREIGN_SECTION);

        at.takeOver("1");
        assertThat(at.configText()).contains("leapp session generate s-1").doesNotContain("other");
        at.stop();

        assertThat(at.configText()).isEqualTo(config);
    }

    @Test
    void keysInTheCredentialsFileThatWouldWinAreNamed() {
        at.writeCredentials("[ops]\naws_access_key_id = AKIA\n");

        LeappException thrown = catchThrowableOfType(LeappException.class, () -> at.takeOver("1"));

        assertThat(thrown.code()).isEqualTo(CoreErrorCode.FOREIGN_SECTION);
        assertThat(thrown).hasMessageContaining(at.credentialsFile().toString());
    }
}
