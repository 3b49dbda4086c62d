package dev.leapp.core.workspace;

import dev.leapp.core.credential.Secret;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Takes definitions out of the workspace into one portable file, and into it from such a file or from other tools' files. What is
 * active stays active, and nothing becomes active by an import. Thread-safe; all methods may block on files and on the secret store.
 *
 * @since 0.1
 */
public interface WorkspaceTransfer {

    /**
     * Writes the workspace's definitions to a file that only the passphrase opens: mode 0600, as a whole or not at all. States,
     * temporary credentials and the choice of the secret store are not exported.
     *
     * @param file where to; its directory must be there
     * @param passphrase asked once, after it is known that the file can be created; wiped after use
     * @param options whether secrets go along, and whether a file that is there is replaced
     * @return what was written
     * @throws dev.leapp.core.error.LeappException if the file is there already, can't be written, or the passphrase is empty; or if
     *     the workspace or the secret store can't be read
     */
    ExportSummary exportTo(Path file, Supplier<Secret> passphrase, ExportOptions options);

    /**
     * Reads a source, and tells what importing it would do. Changes nothing.
     *
     * @param source where from
     * @param options what happens to conflicts
     * @return the plan, to be closed
     * @throws dev.leapp.core.error.LeappException if the source can't be read: a wrong passphrase, a damaged file or one of a newer
     *     version, an unknown importer; or if the workspace or the secret store can't be read
     */
    ImportPlan plan(ImportSource source, ImportOptions options);

    /**
     * Makes a plan anew for the workspace as it is now, without reading its source again.
     *
     * @param plan a plan of this object's that is not closed
     * @return the new plan; closing either closes both
     */
    ImportPlan refresh(ImportPlan plan);

    /**
     * Does what a plan says, as one transaction. Secrets are in the secret store before the sessions they belong to are in the
     * workspace; if anything fails, the store is as it was before.
     *
     * @param plan a plan of this object's that is not closed
     * @throws dev.leapp.core.error.LeappException with {@link dev.leapp.core.error.CoreErrorCode#OVERTAKEN} if the plan would be
     *     another one by now: then nothing was changed, and {@link #refresh} tells what it is; or if the workspace or the secret
     *     store can't be written
     */
    void apply(ImportPlan plan);
}
