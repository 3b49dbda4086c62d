package dev.leapp.integration.sso;

import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.IntegrationProviderFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.Workspace;
import dev.leapp.integration.sso.internal.browser.BrowserSourceFactory;
import dev.leapp.integration.sso.internal.file.FileSourceFactory;
import dev.leapp.integration.sso.internal.identitycenter.CenterPlaces;
import dev.leapp.integration.sso.internal.identitycenter.IdentityCenterFactory;
import java.util.List;

/**
 * Adds integrations with AWS IAM Identity Center, of the type {@code aws-sso}, and where assertions of SAML identity providers come
 * from: {@code file}, if {@code LEAPP_SAML_ASSERTION_FILE} names one, and {@code browser}. Found by {@link java.util.ServiceLoader}.
 *
 * @since 0.1
 */
@LeappPluginInfo(
        id = "leapp.sso",
        version = "0.1.0",
        spiVersion = LeappPlugin.SPI_VERSION,
        description = "AWS IAM Identity Center; SAML identity providers: assertions by a browser or from a file")
public final class SsoPlugin implements LeappPlugin {

    /** Creates the plug-in; called by the service loader. */
    public SsoPlugin() {}

    /**
     * Returns the file and the browser, in this order: whoever names a file wants it.
     *
     * @return two factories
     */
    @Override
    public List<AssertionSourceFactory> assertionSources() {
        return List.of(new FileSourceFactory(), new BrowserSourceFactory());
    }

    /**
     * Returns AWS IAM Identity Center.
     *
     * @return one factory
     */
    @Override
    public List<IntegrationProviderFactory> integrationProviders() {
        return List.of(new IdentityCenterFactory());
    }

    /**
     * Returns where the integrations log in.
     *
     * @param context tells whether that is elsewhere
     * @param workspace whose integrations
     * @return one place for each region
     */
    @Override
    public List<Endpoint> endpoints(PluginContext context, Workspace workspace) {
        return new CenterPlaces(context.environment()).of(workspace.integrations());
    }
}
