package dev.leapp.cli.process;

import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.Leapp;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.port.Environment;
import dev.leapp.core.workspace.Generation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** What must hold after a process died while it changed the workspace file, looked at by other processes: this one, and one that goes on. */
final class CareAftermath {

    private static final String PASSPHRASE_VARIABLE = "LEAPP_WORKSPACE_PASSPHRASE";

    private final CareScene scene;
    private final Home home;

    CareAftermath(CareScene scene) {
        this.scene = scene;
        this.home = scene.home();
    }

    /** Checks it all, in what the process left. */
    void check() {
        look();
        inAnotherProcess(home.environment(), scene::again);
        isDone();
    }

    /** Checks what can be seen, and that seeing changes nothing. */
    void look() {
        Map<String, String> died = files();
        boolean open = isOpenOrNamesTheRecovery();
        keysOpenAsTheySay(open);
        assertThat(files()).as("looking writes nothing").isEqualTo(died);
    }

    private boolean isOpenOrNamesTheRecovery() {
        try {
            assertThat(sessions()).containsAll(scene.sessions());
            return true;
        } catch (LeappException e) {
            assertThat(scene.command()).isEqualTo(CareScene.Command.RECOVER);
            assertThat(e.code().trouble()).isEqualTo(Trouble.WORKSPACE_UNREADABLE);
            assertThat(e).hasMessageContaining("is damaged");
            assertThat(e.hint()).hasValueSatisfying(hint -> assertThat(hint).contains("leapp workspace recover"));
            assertThat(files()).containsValue(scene.damaged());
            return false;
        }
    }

    private void isDone() {
        inAnotherProcess(home.environment(), leapp -> {
            leapp.workspaces().setDefaultRegion("eu-west-2");
            assertThat(names(leapp)).containsExactlyInAnyOrderElementsOf(scene.sessions());
            List<Generation> generations = leapp.workspaceFile().generations();
            assertThat(generations).extracting(Generation::number).doesNotHaveDuplicates();
            assertThat(generations)
                    .allSatisfy(each -> assertThat(each.problem()).isEmpty());
            assertThat(leapp.workspaceFile().format())
                    .isEqualTo(scene.command().endsInTheDesktopAppsFormat() ? "leapp" : "sealed");
        });
        nothingIsLostOrLeft();
    }

    private void nothingIsLostOrLeft() {
        Map<String, String> files = files();
        assertThat(files.keySet()).noneMatch(file -> file.endsWith(".tmp"));
        if (scene.command().beginsInTheDesktopAppsFormat()) {
            assertThat(files).containsValue(CareScene.desktopAppsFile());
        }
        if (scene.command() == CareScene.Command.RECOVER) {
            assertThat(files).containsValue(scene.damaged());
            assertThat(files.values().stream().filter(scene.damaged()::equals)).hasSize(1);
        }
    }

    /** This machine opens the file at every instant, and the passphrase does from the instant on at which the file has a slot for it. */
    private void keysOpenAsTheySay(boolean open) {
        if (!open || !home.environment().containsKey(PASSPHRASE_VARIABLE)) {
            return;
        }
        inAnotherProcess(
                without(PASSPHRASE_VARIABLE), leapp -> assertThat(names(leapp)).containsAll(scene.sessions()));
        Map<String, String> elsewhere = new TreeMap<>(home.environment());
        elsewhere.put("LEAPP_MACHINE_ID", "another machine");
        inAnotherProcess(elsewhere, leapp -> {
            if (leapp.workspaceFile().keySlotKinds().containsValue("passphrase")) {
                assertThat(names(leapp)).containsAll(scene.sessions());
            }
        });
    }

    private Map<String, String> without(String variable) {
        Map<String, String> environment = new TreeMap<>(home.environment());
        environment.remove(variable);
        return environment;
    }

    private List<String> sessions() {
        List<String> names = new ArrayList<>();
        inAnotherProcess(home.environment(), leapp -> names.addAll(names(leapp)));
        return names;
    }

    private static List<String> names(Leapp leapp) {
        return leapp.sessions().list().stream()
                .map(view -> view.session().name())
                .toList();
    }

    private Map<String, String> files() {
        return Home.files(home.leapp());
    }

    private void inAnotherProcess(Map<String, String> environment, Consumer<Leapp> look) {
        try (Leapp leapp = Leapp.builder()
                .home(home.user())
                .environment(Environment.of(environment))
                .build()) {
            look.accept(leapp);
        }
    }
}
