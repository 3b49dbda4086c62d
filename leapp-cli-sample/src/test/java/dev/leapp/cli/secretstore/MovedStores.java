package dev.leapp.cli.secretstore;

import dev.leapp.cli.run.Engine;
import dev.leapp.core.handover.Handovers;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.SecretMigration;
import dev.leapp.core.port.SecretStoreTarget;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Optional;

/** A Leapp whose migrations all come to the same. */
record MovedStores(Engine leapp, SecretMigration result) implements Engine, SecretStores {

    @Override
    public SecretMigration migrate(SecretStoreTarget target) {
        return result;
    }

    @Override
    public Choice show() {
        return leapp.secretStores().show();
    }

    @Override
    public void useKeychain() {
        leapp.secretStores().useKeychain();
    }

    @Override
    public void useFile(Optional<Path> keyFile) {
        leapp.secretStores().useFile(keyFile);
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
    public WorkspaceFile workspaceFile() {
        return leapp.workspaceFile();
    }

    @Override
    public WorkspaceTransfer transfer() {
        return leapp.transfer();
    }

    @Override
    public Doctor doctor() {
        return leapp.doctor();
    }

    @Override
    public SecretStores secretStores() {
        return this;
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
