package dev.leapp.core.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IntegrationDescriptorTest {

    private final IntegrationDescriptor descriptor =
            with(FieldSpec.builder("portalUrl", "Portal").build());

    private static IntegrationDescriptor with(FieldSpec... fields) {
        return new IntegrationDescriptor("aws-sso", "SSO", List.of(fields), Set.of());
    }

    private FieldSpec template() {
        return descriptor.field(IntegrationDescriptor.PROFILE_TEMPLATE).orElseThrow();
    }

    @Test
    void fieldsOfAllIntegrationsFollowTheProvidersOwn() {
        assertThat(descriptor.fields())
                .extracting(FieldSpec::name)
                .containsExactly("portalUrl", "profileTemplate", "sessionRegion");
        assertThat(template().defaultValue()).contains("{account}-{role}");
        assertThat(descriptor.fields().subList(1, 3)).allMatch(FieldSpec::advanced);
    }

    @Test
    void ownFieldOfThatNameIsNotDoubled() {
        FieldSpec own = FieldSpec.builder("sessionRegion", "Own").build();

        assertThat(with(own).fields()).extracting(FieldSpec::label).containsExactly("Own", "Profile template");
    }

    @ParameterizedTest
    @ValueSource(strings = {"{account}-{role}", "default", "{accountId} of {email}", "a.b_c"})
    void goodTemplates(String template) {
        assertThat(template().problemWith(template)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", "{account", "account}", "{}", "{a b}", "{{role}}", "a\tb"})
    void badTemplates(String template) {
        assertThat(template().problemWith(template)).isPresent();
    }

    @Test
    void regionIsChecked() {
        FieldSpec region =
                descriptor.field(IntegrationDescriptor.SESSION_REGION).orElseThrow();

        assertThat(region.required()).isFalse();
        assertThat(region.problemWith("eu-west-1")).isEmpty();
        assertThat(region.problemWith("Ireland")).isPresent();
    }
}
