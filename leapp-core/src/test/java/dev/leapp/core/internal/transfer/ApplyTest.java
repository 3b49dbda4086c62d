package dev.leapp.core.internal.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionState;
import dev.leapp.core.workspace.ConflictPolicy;
import dev.leapp.core.workspace.ExportOptions;
import dev.leapp.core.workspace.ImportEntry.Action;
import dev.leapp.core.workspace.ImportPlan;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A plan is applied as a whole or not at all, and only while it is the plan. */
class ApplyTest {

    @TempDir
    Path directory;

    private Machine here;
    private Path bundle;

    @BeforeEach
    void setUp() {
        Machine old = new Machine(directory, "p-default");
        old.with(Machine.session("s-1", "ops").region("r-2")).with(Machine.session("s-2", "dev"));
        old.secrets.put("s-1-key", "new ops key");
        old.secrets.put("s-2-key", "new dev key");
        bundle = old.bundle(ExportOptions.standard().withSecrets());
        here = new Machine(directory, "p-default");
    }

    @Test
    void secretsAreInTheStoreBeforeTheSessionsAreInTheWorkspace() {
        here.beforeUpdate = () -> {
            assertThat(here.workspace().sessions()).isEmpty();
            assertThat(here.secrets).containsOnlyKeys("s-1-key", "s-2-key");
        };

        here.transfer.apply(here.plan(bundle));

        assertThat(here.workspace().sessions()).hasSize(2);
    }

    @Test
    void secretsAreAsBeforeIfTheTransactionFails() {
        here.with(Machine.session("s-1", "ops"));
        here.secrets.put("s-1-key", "old ops key");
        ImportPlan plan = here.plan(bundle, ConflictPolicy.REPLACE);
        here.beforeUpdate = () -> {
            assertThat(here.secrets).containsEntry("s-1-key", "new ops key");
            throw new LeappException(CoreErrorCode.DISK_FULL, "full", null);
        };

        assertThatThrownBy(() -> here.transfer.apply(plan)).hasMessage("full");

        assertThat(here.secrets).isEqualTo(Map.of("s-1-key", "old ops key"));
        assertThat(here.workspace().sessions()).hasSize(1);
        assertThat(here.replaced).isEmpty();
    }

    @Test
    void secretsAreAsBeforeIfTheStoreFailsOnTheWay() {
        ImportPlan plan = here.plan(bundle);
        here.storeFailsAt = "s-2-key";

        assertThatThrownBy(() -> here.transfer.apply(plan)).hasMessage("the store fails");

        assertThat(here.secrets).isEmpty();
        assertThat(here.workspace().sessions()).isEmpty();
    }

    @Test
    void aPlanThatIsOvertakenIsRefusedAndCanBeMadeAnew() {
        ImportPlan plan = here.plan(bundle);
        here.with(Machine.session("s-1", "ops"));

        overtaken(plan);

        assertThat(here.secrets).isEmpty();
        ImportPlan anew = here.transfer.refresh(plan);
        assertThat(Machine.entry(anew, "session", "ops").action()).isEqualTo(Action.CONFLICT);
        here.transfer.apply(anew);
        assertThat(here.workspace().sessions()).extracting(Session::name).containsExactly("ops", "dev");
        assertThat(here.secrets).containsOnlyKeys("s-2-key");
    }

    @Test
    void aPlanThatIsOvertakenAtTheLastMomentIsRefusedToo() {
        ImportPlan plan = here.plan(bundle);
        here.beforeUpdate = () -> here.with(Machine.session("s-1", "ops"));

        overtaken(plan);

        assertThat(here.secrets).isEmpty();
        assertThat(here.workspace().sessions()).hasSize(1);
    }

    @Test
    void aSessionThatWasStartedMeanwhileIsNotReplaced() {
        here.with(Machine.session("s-1", "ops"));
        ImportPlan plan = here.plan(bundle, ConflictPolicy.REPLACE);
        here.beforeUpdate =
                () -> here.with("s-1", new SessionState.Active(Instant.EPOCH, Optional.empty(), Optional.empty()));

        overtaken(plan);

        assertThat(here.workspace().sessions().get(0).region()).isEqualTo("r-1");
    }

    @Test
    void aSecretThatWasChangedMeanwhileIsNotReplaced() {
        here.with(Machine.session("s-1", "ops").region("r-2"));
        here.secrets.put("s-1-key", "new ops key");
        ImportPlan plan = here.plan(bundle, ConflictPolicy.REPLACE);
        here.secrets.put("s-1-key", "changed by hand");

        overtaken(plan);

        assertThat(here.secrets).containsEntry("s-1-key", "changed by hand").hasSize(1);
    }

    @Test
    void whatOthersDoMeanwhileStays() {
        ImportPlan plan = here.plan(bundle);
        here.beforeUpdate = () ->
                here.with(Machine.session("s-9", "mine")).with(workspace -> workspace.setting("secret-store", "file"));

        here.transfer.apply(plan);

        assertThat(here.workspace().sessions()).extracting(Session::name).containsExactly("mine", "ops", "dev");
        assertThat(here.workspace().settings()).containsEntry("secret-store", "file");
    }

    @Test
    void aPlanIsAppliedOnce() {
        ImportPlan plan = here.plan(bundle);
        here.transfer.apply(plan);

        overtaken(plan);

        assertThat(here.workspace().sessions()).hasSize(2);
        assertThat(here.secrets).hasSize(2);
    }

    @Test
    void aPlanThatChangesNothingWritesNothing() {
        here.transfer.apply(here.plan(bundle));
        ImportPlan plan = here.plan(bundle);
        here.beforeUpdate = () -> {
            throw new AssertionError("a transaction");
        };

        here.transfer.apply(plan);
    }

    private void overtaken(ImportPlan plan) {
        assertThatThrownBy(() -> here.transfer.apply(plan)).isInstanceOfSatisfying(LeappException.class, e -> {
            assertThat(e.code()).isEqualTo(CoreErrorCode.OVERTAKEN);
            assertThat(e).hasMessageContaining("nothing was imported");
        });
    }
}
