package dev.leapp.cli.exec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ProcessStatusTest {

    @Test
    void theSignalsThatTheFirstThreadBlocksAreRead() {
        assertThat(new ProcessStatus("Name:\tjava\nSigBlk:\t8000000000000004\n", "").blockedSignals())
                .isEqualTo(0x8000000000000004L);
        assertThat(new ProcessStatus("", "").blockedSignals()).isZero();
    }

    @Test
    void theTerminalReachesTheGroupInForeground() {
        assertThat(new ProcessStatus("", "12 (a ) b) S 1 12 12 34816 12 4194304").isInForeground())
                .isTrue();
        assertThat(new ProcessStatus("", "12 (java) S 1 12 12 34816 99 4194304").isInForeground())
                .isFalse();
        assertThat(new ProcessStatus("", "12 (java) S 1 12 12 0 -1 4194304").isInForeground())
                .isFalse();
        assertThat(new ProcessStatus("", "").isInForeground()).isTrue();
    }

    @Test
    void whatTheLauncherSaysIsReadAndNonsenseIsNot() {
        assertThat(Inherited.of("0000000000001004", "3,63")).isEqualTo(new Inherited(0x1004, Set.of(3, 63)));
        assertThat(Inherited.of(null, null)).isEqualTo(Inherited.unknown());
        assertThat(Inherited.of("", "")).isEqualTo(Inherited.unknown());
        assertThat(Inherited.of("x", "a,-1,,5")).isEqualTo(new Inherited(0, Set.of(5)));
    }

    @Test
    void argumentsKeepTheBytesThatTheJvmCouldNotDecode() {
        byte[] line = "java\0Main\0--\0printf\0\u00ff?\0".getBytes(StandardCharsets.ISO_8859_1);

        assertThat(RawArguments.of(List.of("printf", "\ufffd?"), line))
                .containsExactly("printf".getBytes(StandardCharsets.UTF_8), new byte[] {(byte) 0xff, '?'});
        assertThat(RawArguments.of(List.of("cat", "gr\u00fcn"), line))
                .containsExactly("cat".getBytes(StandardCharsets.UTF_8), "gr\u00fcn".getBytes(StandardCharsets.UTF_8));
    }
}
