package dev.leapp.core.internal.plugin;

import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.spi.PluginContext;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Good plug-ins and bad ones. */
public final class SamplePlugins {

    /** Which of the plug-ins that must be refused ran. */
    static final Queue<String> RAN = new ConcurrentLinkedQueue<>();

    private SamplePlugins() {}

    private static final class Sample implements AccessMethodFactory {
        @Override
        public AccessMethodDescriptor descriptor() {
            return new AccessMethodDescriptor(new SessionType("sample-good"), "Sample", List.of());
        }

        @Override
        public AccessMethod create(PluginContext context) {
            return issue -> {
                throw new IllegalStateException("token s3cret was refused");
            };
        }
    }

    @LeappPluginInfo(id = "sample.good", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class Good implements LeappPlugin {
        @Override
        public List<AccessMethodFactory> accessMethods() {
            return List.of(new Sample());
        }
    }

    @LeappPluginInfo(id = "sample.same-type", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class SameType implements LeappPlugin {
        @Override
        public List<AccessMethodFactory> accessMethods() {
            return List.of(new Sample());
        }
    }

    @LeappPluginInfo(id = "sample.throws-when-made", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class ThrowsWhenMade implements LeappPlugin {
        public ThrowsWhenMade() {
            throw new IllegalStateException("made");
        }
    }

    @LeappPluginInfo(id = "sample.throws-when-loaded", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class ThrowsWhenLoaded implements LeappPlugin {
        static final int BROKEN = Integer.parseInt("broken");
    }

    @LeappPluginInfo(id = "sample.throws-when-asked", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class ThrowsWhenAsked implements LeappPlugin {
        @Override
        public List<AccessMethodFactory> accessMethods() {
            throw new NoClassDefFoundError("an/excluded/Library");
        }
    }

    @LeappPluginInfo(id = "sample.other-version", version = "1.0", spiVersion = 999)
    public static final class OtherVersion implements LeappPlugin {
        public OtherVersion() {
            RAN.add("other version");
        }
    }

    public static final class Unannotated implements LeappPlugin {
        public Unannotated() {
            RAN.add("unannotated");
        }
    }

    @LeappPluginInfo(id = "leapp.Impostor", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class Impostor implements LeappPlugin {
        public Impostor() {
            RAN.add("impostor");
        }
    }

    @LeappPluginInfo(id = "sample.twin", version = "1.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class TwinOne implements LeappPlugin {}

    @LeappPluginInfo(id = "sample.twin", version = "2.0", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class TwinTwo implements LeappPlugin {}
}
