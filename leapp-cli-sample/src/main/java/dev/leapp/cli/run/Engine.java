package dev.leapp.cli.run;

import dev.leapp.core.handover.Handovers;
import dev.leapp.core.integration.Integrations;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.RotationListener;
import dev.leapp.core.session.RotationScheduler;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.Doctor;
import dev.leapp.core.workspace.WorkspaceFile;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Map;

/** An opened Leapp, as the commands use it. */
public interface Engine extends AutoCloseable {

    /** Returns the sessions. */
    Sessions sessions();

    /** Returns where sessions come from. */
    Integrations integrations();

    /** Returns the workspace. */
    Workspaces workspaces();

    /** Returns exporting and importing. */
    WorkspaceTransfer transfer();

    /** Returns the file that the workspace is kept in. */
    WorkspaceFile workspaceFile();

    /** Returns what looks for what is wrong. */
    Doctor doctor();

    /** Returns the choice of secret store. */
    SecretStores secretStores();

    /** Returns what hands credentials to programs and people. */
    Handovers handovers();

    /** Returns the record of which credentials were handed out. */
    IssuanceLog issuanceLog();

    /**
     * Makes what keeps active sessions fresh.
     *
     * @param listener is told what it does
     * @return a new scheduler, to be closed before this
     */
    RotationScheduler rotationScheduler(RotationListener listener);

    /** Returns the plug-ins. */
    Plugins plugins();

    @Override
    void close();

    /** Opens Leapp. */
    @FunctionalInterface
    interface Opener {

        /**
         * Opens it; cheap, as everything inside is created when it is needed.
         *
         * @param around what it is opened in
         * @return the opened Leapp, to be closed
         */
        Engine open(Surroundings around);
    }

    /**
     * What Leapp is opened in.
     *
     * @param home the user's home directory
     * @param environment the environment variables that it may see
     * @param interaction how to ask and tell
     * @param ignoreDesktopApp whether the desktop app's file is changed although the app is running
     */
    record Surroundings(
            Path home, Map<String, String> environment, UserInteraction interaction, boolean ignoreDesktopApp) {

        /** Copies the environment. */
        public Surroundings {
            environment = Map.copyOf(environment);
        }

        /**
         * Returns surroundings in which the desktop app's file is left alone while the app is running.
         *
         * @param home the user's home directory
         * @param environment the environment variables that it may see
         * @param interaction how to ask and tell
         */
        public Surroundings(Path home, Map<String, String> environment, UserInteraction interaction) {
            this(home, environment, interaction, false);
        }
    }
}
