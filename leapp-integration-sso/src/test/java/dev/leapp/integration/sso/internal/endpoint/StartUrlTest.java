package dev.leapp.integration.sso.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StartUrlTest {

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            https://d-1234567890.awsapps.com/start             | https://d-1234567890.awsapps.com/start |
            https://d-1234567890.awsapps.com/start/            | https://d-1234567890.awsapps.com/start |
            https://d-1234567890.awsapps.com/start/#/          | https://d-1234567890.awsapps.com/start |
            https://d-1234567890.awsapps.com/start#/?tab=x     | https://d-1234567890.awsapps.com/start |
            https://ACME.awsapps.com:443/start/console?a=b     | https://acme.awsapps.com/start |
            https://acme.awsapps.com                           | https://acme.awsapps.com/start |
            https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws/     | https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws | eu-west-1
            https://ssoins-0123456789abcdef.eu-west-1.portal.amazonaws.com/x | https://ssoins-0123456789abcdef.eu-west-1.portal.amazonaws.com | eu-west-1
            https://identitycenter.amazonaws.com/ssoins-0123456789abcdef/#/ | https://identitycenter.amazonaws.com/ssoins-0123456789abcdef |
            https://start.us-gov-home.awsapps.com/directory/d-1234567890/  | https://start.us-gov-home.awsapps.com/directory/d-1234567890 |
            https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/acme#/ | https://start.us-gov-west-1.us-gov-home.awsapps.com/directory/acme | us-gov-west-1
            https://start.cn-north-1.home.awsapps.cn/directory/acme?x=y | https://start.cn-north-1.home.awsapps.cn/directory/acme | cn-north-1
            https://ssoins-0123456789abcdef.portal.eusc-de-east-1.app.amazonwebservices.eu | https://ssoins-0123456789abcdef.portal.eusc-de-east-1.app.amazonwebservices.eu | eusc-de-east-1
            """)
    void whatPeopleCopyIsBroughtIntoAwssForm(String copied, String form, String region) {
        StartUrl start = StartUrl.parse(copied).orElseThrow();

        assertThat(start).hasToString(form);
        assertThat(start.kind()).isEqualTo(StartUrl.Kind.AWS);
        assertThat(start.region().map(CenterRegion::name).orElse(null)).isEqualTo(region);
        assertThat(StartUrl.problemWith(copied)).isEmpty();
        assertThat(StartUrl.parse(form)).contains(start);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://d-1234567890.awsapps.com/start",
                "https://user@d-1234567890.awsapps.com/start",
                "https://d-1234567890.awsapps.com@evil.example/start",
                "https://d-1234567890.awsapps.com:8443/start",
                "https://identitycenter.amazonaws.com/",
                "https://start.us-gov-home.awsapps.com/start",
                "ftp://acme.awsapps.com/start",
                "https:///start",
                "acme-start",
                "",
                "https://acme .awsapps.com"
            })
    void whatIsNoStartUrlIsRefusedWithoutBeingRepeated(String text) {
        assertThat(StartUrl.parse(text)).isEmpty();
        assertThat(StartUrl.problemWith(text))
                .hasValueSatisfying(problem -> assertThat(problem)
                        .startsWith("must ")
                        .satisfies(words -> assertThat(text.isEmpty() || !words.contains(text))
                                .isTrue()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://sso.acme.example/login",
                "https://awsapps.com.evil.example/start",
                "https://evil-awsapps.com/start",
                "https://portal.app.aws.evil.example/"
            })
    void aHostThatAnybodyCanHaveIsNotAwss(String url) {
        assertThat(StartUrl.parse(url).map(StartUrl::kind)).contains(StartUrl.Kind.VANITY);
        assertThat(StartUrl.parse(url).flatMap(StartUrl::region)).isEmpty();
    }

    @Test
    void thisMachineIsToldFromTheWorld() {
        assertThat(StartUrl.parse("http://127.0.0.1:4711/start/").map(StartUrl::kind))
                .contains(StartUrl.Kind.LOCAL);
        assertThat(StartUrl.parse("http://127.0.0.1:4711/start/"))
                .hasValueSatisfying(start -> assertThat(start).hasToString("http://127.0.0.1:4711/start"));
    }
}
