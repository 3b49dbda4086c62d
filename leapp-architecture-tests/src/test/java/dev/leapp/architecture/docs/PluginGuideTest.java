package dev.leapp.architecture.docs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import dev.leapp.core.Leapp;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import dev.leapp.core.session.NewSession;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import dev.leapp.core.session.StartOptions;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.workspace.ImportEntry;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;
import org.junit.platform.launcher.listeners.SummaryGeneratingListener;
import org.junit.platform.launcher.listeners.TestExecutionSummary;

/** The plug-in of the guide keeps the contracts that the guide says to extend, and works in a real Leapp. */
class PluginGuideTest {

    @TempDir
    Path output;

    @TempDir
    Path home;

    private JavaSnippets compiler = new JavaSnippets(Path.of(""));

    @BeforeEach
    void compile() {
        compiler = new JavaSnippets(output);
        List<Snippet> guide = Snippet.all("java").stream()
                .filter(snippet -> snippet.file().endsWith("plugin-author-guide.md"))
                .toList();
        assertThat(compiler.compile(guide)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AcmeApiKeyTest", "AcmeTokenFileTest"})
    void keepsTheContract(String test) throws Exception {
        try (URLClassLoader loader = compiler.loader()) {
            TestExecutionSummary summary = run(loader.loadClass(test));

            assertThat(summary.getFailures())
                    .extracting(failure -> failure.getTestIdentifier().getDisplayName() + ": " + failure.getException())
                    .isEmpty();
            assertThat(summary.getTestsSucceededCount()).isGreaterThanOrEqualTo(3);
        }
    }

    @Test
    void itsSessionsStartAndStop() throws Exception {
        Path token = home.resolve(".acme").resolve("work.token");
        try (URLClassLoader loader = compiler.loader();
                Leapp leapp = leapp(loader)) {
            SessionId acme = leapp.sessions()
                    .add(NewSession.builder(new SessionType("acme-api-key"), "acme")
                            .profile("work")
                            .secret("apiKey", Secret.of("an-api-key-of-acme"))
                            .build())
                    .id();

            leapp.sessions().start(acme, StartOptions.none());
            assertThat(token).content().startsWith("everybody.");

            leapp.sessions().stop(acme);
            assertThat(token.getParent()).doesNotExist();
        }
    }

    @Test
    void itsImporterMakesSessionsOfKeyFilesOnce() throws Exception {
        Path keys = Files.createDirectories(home.resolve(".acme"));
        Files.writeString(keys.resolve("work.key"), "an-api-key-of-acme\n");
        Files.writeString(keys.resolve("short.key"), "short");
        try (URLClassLoader loader = compiler.loader();
                Leapp leapp = leapp(loader);
                ImportPlan plan = leapp.transfer().plan(ImportSource.importer("acme"), ImportOptions.standard())) {
            leapp.transfer().apply(plan);

            assertThat(leapp.sessions().find("work").profileName()).contains("work");
            assertThat(plan.count(ImportEntry.Action.REFUSED)).isEqualTo(1);
            assertThat(leapp.transfer().refresh(plan).changesAnything()).isFalse();
        }
    }

    private Leapp leapp(URLClassLoader loader) throws ReflectiveOperationException {
        LeappPlugin plugin =
                (LeappPlugin) loader.loadClass("AcmePlugin").getConstructor().newInstance();
        return Leapp.builder()
                .home(home)
                .environment(Environment.of(Map.of("LEAPP_MACHINE_ID", "0123456789abcdef0123456789abcdef")))
                .secretStore(SecretStore.inMemory())
                .plugin(plugin)
                .build();
    }

    private static TestExecutionSummary run(Class<?> test) {
        SummaryGeneratingListener listener = new SummaryGeneratingListener();
        Launcher launcher = LauncherFactory.create(LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
        launcher.execute(
                LauncherDiscoveryRequestBuilder.request()
                        .selectors(selectClass(test))
                        .build(),
                listener);
        return listener.getSummary();
    }
}
