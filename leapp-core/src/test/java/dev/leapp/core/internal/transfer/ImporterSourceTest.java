package dev.leapp.core.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.PluginException;
import dev.leapp.core.session.AttemptId;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.ImportContext;
import dev.leapp.core.spi.Receipt;
import dev.leapp.core.spi.WorkspaceImport;
import dev.leapp.core.spi.WorkspaceImporterDescriptor;
import dev.leapp.core.workspace.ImportOptions;
import dev.leapp.core.workspace.ImportPlan;
import dev.leapp.core.workspace.ImportSource;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an importer of a plug-in finds. */
class ImporterSourceTest {

    @TempDir
    Path directory;

    private Machine here;

    @BeforeEach
    void setUp() {
        here = new Machine(directory, "p-default");
    }

    @Test
    void whatAnImporterFindsIsPlannedAndApplied() {
        here.plugin.finds = WorkspaceImport.builder()
                .session(Machine.session("s-1", "ops").build())
                .secret(new SessionId("s-1"), TestPlugin.KEY, Secret.of("a key"))
                .refuse("section", "odd", "it is odd")
                .remark("look at it")
                .build();

        ImportPlan plan = here.planElsewhere();
        here.transfer.apply(plan);

        assertThat(Machine.fate(plan, "section", "odd")).isEqualTo("refused it is odd");
        assertThat(plan.remarks()).containsExactly("look at it");
        assertThat(here.workspace().sessions()).extracting(Session::name).containsExactly("ops");
        assertThat(here.secrets).containsEntry("s-1-key", "a key");
    }

    @Test
    void aSessionWithoutARegionGetsTheDefaultOneAndKeepsIt() {
        here.with(workspace -> workspace.defaultRegion("eu-west-1"));
        here.plugin.finds = WorkspaceImport.builder()
                .session(Machine.session("s-1", "ops").region("").build())
                .build();
        here.transfer.apply(here.planElsewhere());
        assertThat(here.workspace().sessions().get(0).region()).isEqualTo("eu-west-1");

        here.with(workspace -> workspace.defaultRegion("eu-west-2"));
        assertThat(Machine.fate(here.planElsewhere(), "session", "ops")).isEqualTo("unchanged");
    }

    @Test
    void anImporterLearnsWhatLeappPublished() {
        Receipt receipt = new Receipt("a-chain", new SessionId("s-1"), new AttemptId("a"), List.of());
        here.receipts.record(receipt, false);

        here.planElsewhere();

        ImportContext given = Objects.requireNonNull(here.plugin.given);
        assertThat(given.receipts()).containsExactly(receipt);
        assertThat(given.plugin().userHome()).isEqualTo(directory);
    }

    @Test
    void whatAnImporterThrowsNamesItsPluginAndHidesItsMessage() {
        here.plugin.fails = new IllegalStateException("could not parse s3cret");

        assertThatThrownBy(() -> here.planElsewhere()).isInstanceOfSatisfying(PluginException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.PLUGIN_FAILED);
            assertThat(e).hasMessageContaining("test.transfer").hasMessageNotContaining("s3cret");
            assertThat(String.valueOf(e.getCause())).doesNotContain("s3cret");
        });
    }

    @Test
    void anUnknownImporterIsRefusedWithThoseThatThereAre() {
        assertThatThrownBy(() -> here.transfer.plan(ImportSource.importer("nope"), ImportOptions.standard()))
                .isInstanceOfSatisfying(PluginException.class, e -> {
                    assertThat(e.code()).isEqualTo(CoreErrorCode.UNKNOWN_IMPORTER);
                    assertThat(e.hint()).contains("there are: elsewhere");
                });
    }

    @Test
    void importersAreListedWithTheirPlugin() {
        assertThat(here.registry.importers())
                .extracting(WorkspaceImporterDescriptor::id)
                .containsExactly("elsewhere");
        assertThat(here.registry.report().get(0).brings()).contains("importer:elsewhere");
    }
}
