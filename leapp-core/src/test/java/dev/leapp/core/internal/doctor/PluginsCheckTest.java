package dev.leapp.core.internal.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.spi.AccessMethodFactory;
import dev.leapp.core.spi.LeappPlugin;
import dev.leapp.core.spi.LeappPluginInfo;
import dev.leapp.core.workspace.Finding;
import dev.leapp.core.workspace.Finding.Severity;
import java.util.List;
import org.junit.jupiter.api.Test;

class PluginsCheckTest {

    /** Brings again what another one brings. */
    @LeappPluginInfo(id = "sample.again", version = "1", spiVersion = LeappPlugin.SPI_VERSION)
    public static final class Again implements LeappPlugin {
        @Override
        public List<AccessMethodFactory> accessMethods() {
            return new SamplePlugin().accessMethods();
        }
    }

    @Test
    void pluginsThatAreAllInUseAreInOrder() {
        assertThat(Visits.only(look(new SamplePlugin())).what()).isEqualTo("1 plug-in in use");
    }

    @Test
    void refusedPluginIsAProblemAndARefusedPartAWarning() {
        List<Finding> found = look(new SamplePlugin(), new Again(), new SamplePlugin.Unannotated());

        assertThat(found).extracting(Finding::severity).containsExactlyInAnyOrder(Severity.PROBLEM, Severity.WARNING);
        assertThat(found)
                .allSatisfy(each -> assertThat(each.hint().orElseThrow()).startsWith("leapp plugin list"));
    }

    @Test
    void sessionsOfATypeThatNobodyProvidesAreOneProblem() {
        Finding found = Visits.only(new PluginsCheck(SamplePlugin.registry())
                .look(Visits.of(new FakeFile(), Visits.session("ops"), Visits.session("dev"))));

        assertThat(found.severity()).isEqualTo(Severity.PROBLEM);
        assertThat(found.what()).contains("sample-user", "2 sessions");
        assertThat(found.ids()).containsExactly("ops-id", "dev-id");
    }

    @Test
    void pluginsAreLookedAtEvenIfTheWorkspaceCannotBeOpened() {
        assertThat(Visits.only(new PluginsCheck(SamplePlugin.registry())
                                .look(Visits.unopened(new FakeFile(), CoreErrorCode.WORKSPACE_CORRUPT)))
                        .severity())
                .isEqualTo(Severity.WARNING);
    }

    private static List<Finding> look(LeappPlugin... plugins) {
        return new PluginsCheck(SamplePlugin.registry(plugins)).look(Visits.of(new FakeFile(), Visits.session("ops")));
    }
}
