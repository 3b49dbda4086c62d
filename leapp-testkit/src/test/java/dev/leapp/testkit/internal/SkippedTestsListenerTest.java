package dev.leapp.testkit.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Disabled;
import org.junit.jupiter.api.Test;
import org.junit.platform.launcher.LauncherDiscoveryRequest;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class SkippedTestsListenerTest {

    @Test
    void namesEachSkippedTestWithItsReason() {
        String methods = SkippedTestsListenerTest.class.getSimpleName() + "$" + Mixed.class.getSimpleName();
        assertThat(run(Mixed.class))
                .containsExactlyInAnyOrder(
                        "skipped: " + methods + " > aborts(): a component is missing: it is only an example",
                        "skipped: " + methods + " > isOff(): off on purpose");
    }

    @Test
    void namesAClassThatIsSkippedAsAWholeOnce() {
        assertThat(run(WholeClass.class)).singleElement().asString().endsWith("WholeClass: no engine answers");
    }

    @Test
    void printsNothingWhenNothingIsSkipped() {
        assertThat(run(AllPass.class)).isEmpty();
    }

    @Test
    void isRegisteredWithJUnit() {
        assertThat(ServiceLoader.load(TestExecutionListener.class).stream())
                .anyMatch(provider -> provider.type() == SkippedTestsListener.class);
    }

    private static String[] run(Class<?> tests) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        LauncherDiscoveryRequest request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(tests))
                .build();
        LauncherConfig alone = LauncherConfig.builder()
                .enableTestExecutionListenerAutoRegistration(false)
                .addTestExecutionListeners(new SkippedTestsListener(new PrintStream(out, true, UTF_8)))
                .build();
        LauncherFactory.create(alone).execute(request);
        return out.toString(UTF_8).lines().toArray(String[]::new);
    }

    // Static, so surefire does not find them by their names.

    static class Mixed {
        @Test
        void passes() {}

        @Test
        void aborts() {
            Assumptions.abort("a component is missing: it is only an\n  example");
        }

        @Disabled("off on purpose")
        @Test
        void isOff() {}
    }

    static class WholeClass {
        @BeforeAll
        static void needsAnEngine() {
            Assumptions.abort("no engine answers");
        }

        @Test
        void passes() {}
    }

    static class AllPass {
        @Test
        void passes() {}
    }
}
