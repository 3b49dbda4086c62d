package dev.leapp.integration.sso.internal.identitycenter;

import dev.leapp.core.spi.IntegrationDescriptor;
import dev.leapp.core.spi.IntegrationProvider;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.integration.sso.internal.rest.Pause;

/** AWS IAM Identity Center. */
public final class IdentityCenterFactory implements IntegrationProviderFactory {

    private final Pause pause;

    public IdentityCenterFactory() {
        this(Pause.real());
    }

    IdentityCenterFactory(Pause pause) {
        this.pause = pause;
    }

    @Override
    public IntegrationDescriptor descriptor() {
        return CenterFields.descriptor();
    }

    @Override
    public IntegrationProvider create(PluginContext context) {
        return new IdentityCenter(context, pause);
    }
}
