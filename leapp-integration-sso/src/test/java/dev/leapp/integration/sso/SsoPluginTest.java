package dev.leapp.integration.sso;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.LeappPlugin;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

class SsoPluginTest {

    @Test
    void isFoundByTheServiceLoader() {
        assertThat(ServiceLoader.load(LeappPlugin.class).stream().map(ServiceLoader.Provider::type))
                .contains(SsoPlugin.class);
    }

    @Test
    void bringsTheFileAndTheBrowserInThisOrder() {
        assertThat(new SsoPlugin().assertionSources())
                .extracting(AssertionSourceFactory::descriptor)
                .extracting(descriptor -> descriptor.id())
                .containsExactly("file", "browser");
    }

    @Test
    void bringsIamIdentityCenter() {
        assertThat(new SsoPlugin().integrationProviders())
                .extracting(factory -> factory.descriptor().displayName())
                .containsExactly("AWS IAM Identity Center");
    }
}
