package dev.leapp.integration.sso.internal.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PostedFormTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "SAMLResponse=PHg%2BPC94Pg%3D%3D",
                "RelayState=&SAMLResponse=PHg%2BPC94Pg%3D%3D",
                "SAMLResponse=PHg%2BPC94Pg%3D%3D&RelayState=a%26SAMLResponse%3Db"
            })
    void theAssertionIsFoundAmongOtherFields(String body) {
        assertThat(PostedForm.assertion(body)).contains(Secret.of("PHg+PC94Pg=="));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "SAMLResponse=", "XSAMLResponse=a", "SAMLRequest=a", "SAMLResponse=%zz"})
    void whatHasNoneHasNone(String body) {
        assertThat(PostedForm.assertion(body)).isEmpty();
    }

    @Test
    void lineEndsSurvive() {
        assertThat(PostedForm.assertion("SAMLResponse=QUJD%0D%0AREVG")).contains(Secret.of("QUJD\r\nREVG"));
    }
}
