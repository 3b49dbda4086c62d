package dev.leapp.integration.sso.internal.file;

import dev.leapp.core.port.Availability;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.AssertionSourceDescriptor;
import dev.leapp.core.spi.AssertionSourceFactory;
import dev.leapp.core.spi.PluginContext;

/** An assertion that another program has got, for automation. */
public final class FileSourceFactory implements AssertionSourceFactory {

    /** Names the file; a hyphen is standard input. */
    static final String VARIABLE = "LEAPP_SAML_ASSERTION_FILE";

    @Override
    public AssertionSourceDescriptor descriptor() {
        return new AssertionSourceDescriptor("file", "File");
    }

    @Override
    public Availability availability(PluginContext context) {
        return context.environment().get(VARIABLE).isPresent()
                ? new Availability.Available()
                : new Availability.Unavailable(VARIABLE + " names no file");
    }

    @Override
    public AssertionSource create(PluginContext context) {
        return new FileAssertionSource(context, new StandardInput());
    }
}
