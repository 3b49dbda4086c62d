package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.port.Availability;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.AssertionSourceDescriptor;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.PluginContext;

/** The browser that is installed, with a profile of its own for each identity provider. */
public final class BrowserSourceFactory implements AssertionSourceFactory {

    @Override
    public AssertionSourceDescriptor descriptor() {
        return new AssertionSourceDescriptor("browser", "Chromium, Chrome or Edge");
    }

    @Override
    public Availability availability(PluginContext context) {
        if (!BrowserProgram.canBeDriven()) {
            return new Availability.Unavailable("on Windows a browser can't be driven yet");
        }
        return BrowserProgram.find(context.environment()).isPresent()
                ? new Availability.Available()
                : new Availability.Unavailable(
                        "no Chromium, Chrome or Edge is installed; if it lies somewhere else, say where in "
                                + BrowserProgram.VARIABLE);
    }

    @Override
    public AssertionSource create(PluginContext context) {
        return new BrowserAssertionSource(context);
    }
}
