package dev.leapp.integration.sso.internal.endpoint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.port.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class EndpointsTest {

    private static final CenterRegion IRELAND = new CenterRegion("eu-west-1");

    @ParameterizedTest
    @CsvSource({
        "eu-west-1, aws, eu-west-1.amazonaws.com",
        "us-gov-west-1, aws-us-gov, us-gov-west-1.amazonaws.com",
        "cn-north-1, aws-cn, cn-north-1.amazonaws.com.cn",
        "eusc-de-east-1, aws-eusc, eusc-de-east-1.amazonaws.eu",
        "us-iso-east-1, aws-iso, us-iso-east-1.c2s.ic.gov",
        "us-isob-east-1, aws-iso-b, us-isob-east-1.sc2s.sgov.gov",
        "eu-isoe-west-1, aws-iso-e, eu-isoe-west-1.cloud.adc-e.uk",
        "us-isof-south-1, aws-iso-f, us-isof-south-1.csp.hci.ic.gov",
        "mx-central-1, aws, mx-central-1.amazonaws.com"
    })
    void servicesAreInThePartitionOfTheRegion(String name, String partition, String host) {
        Endpoints endpoints = new Endpoints(Environment.of(Map.of()));
        CenterRegion region = new CenterRegion(name);

        assertThat(region.partition().id()).isEqualTo(partition);
        assertThat(endpoints.oidc(region)).hasToString("https://oidc." + host);
        assertThat(endpoints.portal(region)).hasToString("https://portal.sso." + host);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "eu-west-1.evil.example", "evil.example/", "eu_west_1", "EU-WEST-1", "eu-west-1#", "x"})
    void whatIsNoRegionNeverBecomesPartOfAHost(String name) {
        assertThat(CenterRegion.parse(name)).isEmpty();
        assertThat(CenterRegion.problemWith(name)).isPresent();
    }

    @Test
    void theEnvironmentSaysWhereServicesAreInstead() {
        Endpoints both = new Endpoints(Environment.of(
                Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1/", "AWS_ENDPOINT_URL_SSO_OIDC", "http://127.0.0.1:2")));

        assertThat(both.oidc(IRELAND)).hasToString("http://127.0.0.1:2");
        assertThat(both.portal(IRELAND)).hasToString("http://127.0.0.1:1");
        assertThat(both.isElsewhere()).isTrue();
    }

    @Test
    void whatTheEnvironmentSaysCanBeIgnored() {
        Endpoints ignoring = new Endpoints(Environment.of(
                Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1", "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS", "true")));

        assertThat(ignoring.oidc(IRELAND)).hasToString("https://oidc.eu-west-1.amazonaws.com");
        assertThat(ignoring.isElsewhere()).isFalse();
    }

    @Test
    void whatIsNoUrlInTheEnvironmentIsTold() {
        Endpoints wrong = new Endpoints(Environment.of(Map.of("AWS_ENDPOINT_URL_SSO", "localhost:1")));

        assertThatThrownBy(() -> wrong.portal(IRELAND))
                .isInstanceOf(LeappException.class)
                .hasMessageContaining("AWS_ENDPOINT_URL_SSO");
    }
}
