package dev.leapp.cli;

import dev.leapp.cli.run.Engine;
import dev.leapp.core.Leapp;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Map;

/** The real Leapp. */
final class LeappEngine implements Engine {

    private final Leapp leapp;

    LeappEngine(Leapp leapp) {
        this.leapp = leapp;
    }

    /**
     * Returns what opens Leapp with the plug-ins on the class path.
     *
     * @param command how other programs start this one, for {@code credential_process} lines
     */
    static Engine.Opener opener(String command) {
        return (home, environment, interaction) -> open(command, home, environment, interaction);
    }

    private static Engine open(
            String command, Path home, Map<String, String> environment, UserInteraction interaction) {
        return new LeappEngine(Leapp.builder()
                .home(home)
                .environment(Environment.of(environment))
                .interaction(interaction)
                .command(command)
                .build());
    }

    @Override
    public Sessions sessions() {
        return leapp.sessions();
    }

    @Override
    public Workspaces workspaces() {
        return leapp.workspaces();
    }

    @Override
    public WorkspaceTransfer transfer() {
        return leapp.transfer();
    }

    @Override
    public SecretStores secretStores() {
        return leapp.secretStores();
    }

    @Override
    public Plugins plugins() {
        return leapp.plugins();
    }

    @Override
    public void close() {
        leapp.close();
    }
}
