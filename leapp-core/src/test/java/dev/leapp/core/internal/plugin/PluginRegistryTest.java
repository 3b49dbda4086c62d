package dev.leapp.core.internal.plugin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.internal.session.SessionSecrets;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.spi.AccessMethod;
import dev.leapp.core.spi.IssueContext;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.PluginContext;
import dev.leapp.core.spi.PluginStatus;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PluginRegistryTest {

    @TempDir
    Path classes;

    @Test
    void aGoodPluginIsFoundOnTheClassPath() throws IOException {
        PluginRegistry registry = scan(SamplePlugins.Good.class);

        assertThat(registry.accessMethod(new SessionType("sample-good"))).isPresent();
        assertThat(status(registry, "sample.good").loaded()).isTrue();
        assertThat(status(registry, "sample.good").brings()).containsExactly("sample-good");
    }

    @Test
    void brokenEntriesStopNobody() throws IOException {
        PluginRegistry registry = scanNames(
                "no.such.Plugin",
                PluginRegistryTest.class.getName(),
                SamplePlugins.ThrowsWhenMade.class.getName(),
                SamplePlugins.ThrowsWhenLoaded.class.getName(),
                SamplePlugins.ThrowsWhenAsked.class.getName(),
                SamplePlugins.Good.class.getName());

        assertThat(registry.accessMethod(new SessionType("sample-good"))).isPresent();
        assertThat(registry.report().stream().filter(PluginStatus::loaded))
                .extracting(PluginStatus::id)
                .containsExactly("sample.good");
        assertThat(registry.report().stream().filter(status -> !status.loaded()))
                .hasSize(5)
                .allSatisfy(status -> assertThat(status.refusal()).isPresent());
    }

    @Test
    void whatIsRefusedRunsNoCode() throws IOException {
        PluginRegistry registry =
                scan(SamplePlugins.OtherVersion.class, SamplePlugins.Unannotated.class, SamplePlugins.Impostor.class);

        assertThat(registry.report()).hasSize(3).noneMatch(PluginStatus::loaded);
        assertThat(status(registry, "sample.other-version").refusal())
                .hasValueSatisfying(reason -> assertThat(reason).contains("version 999"));
        assertThat(SamplePlugins.RAN).isEmpty();
    }

    @Test
    void pluginsThatShareAnIdAreBothRefused() throws IOException {
        PluginRegistry registry = scan(SamplePlugins.TwinOne.class, SamplePlugins.TwinTwo.class);

        assertThat(registry.report()).hasSize(2).noneMatch(PluginStatus::loaded);
        assertThat(registry.accessMethods()).isEmpty();
    }

    @Test
    void aSessionTypeIsServedByWhoDeclaredItFirst() {
        PluginRegistry registry = PluginRegistry.of(
                List.of(new SamplePlugins.Good(), new SamplePlugins.SameType()), Optional.empty(), context());

        assertThat(status(registry, "sample.good").brings()).containsExactly("sample-good");
        assertThat(status(registry, "sample.same-type").refusal())
                .hasValueSatisfying(
                        reason -> assertThat(reason).contains("sample-good is already provided by sample.good"));
    }

    @Test
    void whatAnAccessMethodThrowsNamesItsPluginAndHidesItsMessage() {
        PluginRegistry registry = PluginRegistry.of(List.of(new SamplePlugins.Good()), Optional.empty(), context());
        AccessMethod method = registry.method(new SessionType("sample-good")).orElseThrow();
        IssueContext context = IssueContext.builder(
                        Session.builder(new SessionId("id"), "name", new SessionType("sample-good"), "")
                                .build())
                .secrets(new SessionSecrets(SecretStore.inMemory(), new SessionId("id")))
                .deadline(Instant.MAX)
                .build();

        assertThatThrownBy(() -> method.issue(context)).isInstanceOfSatisfying(PluginException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.PLUGIN_FAILED);
            assertThat(e).hasMessageContaining("sample.good").hasMessageNotContaining("s3cret");
            assertThat(e).cause().isNotNull();
            assertThat(String.valueOf(e.getCause())).doesNotContain("s3cret");
        });
    }

    private PluginRegistry scan(Class<?>... plugins) throws IOException {
        return scanNames(Stream.of(plugins).map(Class::getName).toArray(String[]::new));
    }

    private PluginRegistry scanNames(String... names) throws IOException {
        Path services = Files.createDirectories(classes.resolve("META-INF/services"));
        Files.writeString(
                services.resolve(LeappPlugin.class.getName()), Stream.of(names).collect(Collectors.joining("\n")));
        URL[] path = {classes.toUri().toURL()};
        return PluginRegistry.of(
                List.of(), Optional.of(new URLClassLoader(path, getClass().getClassLoader())), context());
    }

    private static PluginStatus status(PluginRegistry registry, String id) {
        return registry.report().stream()
                .filter(status -> status.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private PluginContext context() {
        return PluginContext.builder(classes).build();
    }
}
