package dev.leapp.core.internal.doctor;

import dev.leapp.core.internal.plugin.PluginRegistry;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.Endpoint;
import dev.leapp.core.spi.FieldSpec;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.workspace.Workspace;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** Brings one session type, which needs a secret and may have another one; needs a place for each session. */
@LeappPluginInfo(id = "sample.doctor", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
public final class SamplePlugin implements LeappPlugin {

    private static final class Method implements AccessMethodFactory {
        @Override
        public AccessMethodDescriptor descriptor() {
            FieldSpec needed =
                    FieldSpec.builder("apiKey", "API key").secret("api-key").build();
            FieldSpec other =
                    FieldSpec.builder("pin", "PIN").secret("pin").optional().build();
            return new AccessMethodDescriptor(Visits.TYPE, "Sample", List.of(needed, other));
        }

        @Override
        public AccessMethod create(PluginContext context) {
            throw new AssertionError("A doctor runs no access method");
        }
    }

    static PluginRegistry registry(LeappPlugin... plugins) {
        PluginContext context = PluginContext.builder(Path.of("/nowhere")).build();
        return PluginRegistry.of(List.of(plugins), Optional.empty(), context);
    }

    @Override
    public List<AccessMethodFactory> accessMethods() {
        return List.of(new Method());
    }

    @Override
    public List<Endpoint> endpoints(PluginContext context, Workspace workspace) {
        return workspace.sessions().stream()
                .map(session -> Endpoint.http(URI.create("https://" + session.name() + ".example/path"), "sample"))
                .toList();
    }

    /** A plug-in without an annotation. */
    public static final class Unannotated implements LeappPlugin {}

    /** A plug-in that fails when it is asked what it needs. */
    @LeappPluginInfo(id = "sample.failing", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class Failing implements LeappPlugin {
        @Override
        public List<Endpoint> endpoints(PluginContext context, Workspace workspace) {
            throw new IllegalStateException("s3cret");
        }
    }
}
