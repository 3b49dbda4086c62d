package dev.leapp.integration.sso.internal.identitycenter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.integration.Integration;
import dev.leapp.core.port.Environment;
import dev.leapp.core.session.IntegrationId;
import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.PluginContext;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionTest {

    @TempDir
    Path home;

    @Test
    void aRegionThatTheHostCarriesNeedNotBeGiven() {
        assertThat(complete("https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws/", ""))
                .containsEntry("portalUrl", "https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws")
                .containsEntry("region", "eu-west-1");
    }

    @Test
    void aRegionThatNothingTellsIsAskedFor() {
        refuses("https://acme.awsapps.com/start", "", "does not tell in which region");
    }

    @Test
    void aRegionThatTheHostContradictsIsRefused() {
        refuses("https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws", "us-east-1", "is of region eu-west-1");
    }

    @Test
    void whoChangesOnlyTheStartUrlIsToldHowToSayTheRegion() {
        assertThatThrownBy(() -> complete("https://ssoins-0123456789abcdef.portal.eu-west-1.app.aws", "us-east-1"))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.hint())
                                .hasValueSatisfying(hint -> assertThat(hint).contains("--region eu-west-1")));
    }

    @Test
    void aStartUrlIsBroughtIntoAwssForm() {
        assertThat(complete("https://ACME.awsapps.com/start/#/", "eu-west-1"))
                .containsEntry("portalUrl", "https://acme.awsapps.com/start");
    }

    @Test
    void thisMachineIsNoIdentityCenterUnlessTheEnvironmentSaysSo() {
        refuses("http://127.0.0.1:4711/start", "eu-west-1", "is on this machine");

        assertThat(provider(Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:4711"))
                        .complete(values("http://127.0.0.1:4711/start/", "eu-west-1")))
                .containsEntry("portalUrl", "http://127.0.0.1:4711/start");
    }

    @Test
    void otherValuesStay() {
        Map<String, String> values = values("https://acme.awsapps.com/start", "eu-west-1");
        values.put("loginFlow", "browser");

        assertThat(provider(Map.of()).complete(values)).containsEntry("loginFlow", "browser");
    }

    @Test
    void aFileOfTheDesktopAppIsNotTrustedEither() {
        Integration integration = new Integration(
                new IntegrationId("i-1"),
                "acme",
                "aws-sso",
                Map.of("portalUrl", "http://acme.awsapps.com/start", "region", "eu-west-1.evil.example"));

        assertThat(provider(Map.of()).quota(integration)).isEmpty();
        assertThat(new CenterPlaces(Environment.of(Map.of())).of(List.of(integration)))
                .isEmpty();
    }

    @Test
    void theQuotaIsOfThePortalAndItsRegion() {
        Integration integration = new Integration(
                new IntegrationId("i-1"),
                "acme",
                "aws-sso",
                Map.of("portalUrl", "https://acme.awsapps.com/start", "region", "eu-west-1"));

        assertThat(provider(Map.of()).quota(integration)).hasValueSatisfying(quota -> {
            assertThat(quota.key()).isEqualTo("portal.sso.eu-west-1.amazonaws.com eu-west-1");
            assertThat(quota.perSecond()).isEqualTo(19.5);
        });
        assertThat(new CenterPlaces(Environment.of(Map.of())).of(List.of(integration)))
                .singleElement()
                .hasToString("login to IAM Identity Center in eu-west-1 (https://oidc.eu-west-1.amazonaws.com)");
    }

    @Test
    void theFieldsAreThoseOfTheDesktopAppAndItsOwn() {
        IntegrationDescriptor descriptor = new IdentityCenterFactory().descriptor();

        assertThat(descriptor.type()).isEqualTo("aws-sso");
        assertThat(descriptor.fields())
                .extracting(field -> field.name())
                .startsWith("portalUrl", "region", "loginFlow", "awsCliCache", "awsCliSession");
        assertThat(descriptor.loginFields())
                .containsExactlyInAnyOrder("portalUrl", "region", "awsCliCache", "awsCliSession");
        assertThat(descriptor.field("loginFlow").orElseThrow().defaultValue()).contains("auto");
        assertThat(descriptor.field("awsCliCache").orElseThrow().defaultValue()).contains("off");
    }

    private void refuses(String url, String region, String words) {
        assertThatThrownBy(() -> complete(url, region))
                .isInstanceOfSatisfying(
                        LeappException.class,
                        failure -> assertThat(failure.code()).isEqualTo(CoreErrorCode.INVALID_VALUE))
                .hasMessageContaining(words);
    }

    private Map<String, String> complete(String url, String region) {
        return provider(Map.of()).complete(values(url, region));
    }

    private static Map<String, String> values(String url, String region) {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("portalUrl", url);
        values.put("region", region);
        return values;
    }

    private IntegrationProvider provider(Map<String, String> environment) {
        return new IdentityCenterFactory()
                .create(PluginContext.builder(home)
                        .environment(Environment.of(environment))
                        .build());
    }
}
