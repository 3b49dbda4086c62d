package dev.leapp.cli.tour;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MaskingTest {

    @Test
    void hidesSecretsAndNothingElse() {
        assertThat(
                        Masking.mask(
                                "[a]\naws_access_key_id = AK\naws_secret_access_key=s=1\n  AWS_SESSION_TOKEN = t \nregion = x\n"))
                .isEqualTo(
                        "[a]\naws_access_key_id = AK\naws_secret_access_key=********\n  AWS_SESSION_TOKEN = ********\nregion = x\n");
    }
}
