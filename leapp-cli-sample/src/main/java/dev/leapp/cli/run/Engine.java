package dev.leapp.cli.run;

import dev.leapp.core.port.SecretStores;
import dev.leapp.core.port.UserInteraction;
import dev.leapp.core.session.Sessions;
import dev.leapp.core.spi.Plugins;
import dev.leapp.core.workspace.WorkspaceTransfer;
import dev.leapp.core.workspace.Workspaces;
import java.nio.file.Path;
import java.util.Map;

/** An opened Leapp, as the commands use it. */
public interface Engine extends AutoCloseable {

    /** Returns the sessions. */
    Sessions sessions();

    /** Returns the workspace. */
    Workspaces workspaces();

    /** Returns exporting and importing. */
    WorkspaceTransfer transfer();

    /** Returns the choice of secret store. */
    SecretStores secretStores();

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
         * @param home the user's home directory
         * @param environment the environment variables that it may see
         * @param interaction how to ask and tell
         * @return the opened Leapp, to be closed
         */
        Engine open(Path home, Map<String, String> environment, UserInteraction interaction);
    }
}
