package dev.leapp.cli;

import dev.leapp.cli.io.CallingProgram;
import dev.leapp.cli.run.Engine;
import dev.leapp.core.Leapp;
import dev.leapp.core.handover.Handovers;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;

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
        return around -> new LeappEngine(Leapp.builder()
                .home(around.home())
                .environment(Environment.of(around.environment()))
                .interaction(around.interaction())
                .ignoreDesktopApp(around.ignoreDesktopApp())
                .command(command)
                .caller(CallingProgram::name)
                .build());
    }

    @Override
    public Sessions sessions() {
        return leapp.sessions();
    }

    @Override
    public Integrations integrations() {
        return leapp.integrations();
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
    public WorkspaceFile workspaceFile() {
        return leapp.workspaceFile();
    }

    @Override
    public Doctor doctor() {
        return leapp.doctor();
    }

    @Override
    public SecretStores secretStores() {
        return leapp.secretStores();
    }

    @Override
    public Handovers handovers() {
        return leapp.handovers();
    }

    @Override
    public IssuanceLog issuanceLog() {
        return leapp.issuanceLog();
    }

    @Override
    public RotationScheduler rotationScheduler(RotationListener listener) {
        return leapp.rotationScheduler(listener);
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
