package dev.leapp.core.internal.transfer;

import dev.leapp.core.workspace.ImportSource;
import dev.leapp.core.workspace.Workspace;
import java.util.Optional;

/** Opens workspace files that are not this workspace's. */
@FunctionalInterface
public interface ForeignWorkspaces {

    /**
     * Returns what the bytes of a file define, empty if it does not begin as a workspace file does.
     *
     * @throws dev.leapp.core.error.WorkspaceException if it does, and can't be opened
     */
    Optional<Workspace> open(ImportSource.PortableFile from, byte[] bytes);
}
