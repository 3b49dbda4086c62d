package dev.leapp.integration.sso.internal.devtools;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RecipientsTest {

    private final Recipients recipients = new Recipients(List.of("signin.aws.amazon.com", "signin.amazonaws.cn"));

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://signin.aws.amazon.com/saml",
                "https://SIGNIN.aws.amazon.com/saml",
                "https://eu-west-1.signin.aws.amazon.com/saml?a=|b",
                "https://signin.amazonaws.cn/",
                "https://signin.aws.amazon.com:443/saml"
            })
    void theHostsAndThoseBelowThemAreMeant(String url) {
        assertThat(recipients.include(url)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://evilsignin.aws.amazon.com/saml",
                "https://signin.aws.amazon.com.evil.example/saml",
                "https://idp.example/?to=https://signin.aws.amazon.com/saml",
                "https://signin.aws.amazon.com@evil.example/saml",
                "data:text/html,signin.aws.amazon.com",
                ""
            })
    void othersAreNot(String url) {
        assertThat(recipients.include(url)).isFalse();
    }
}
