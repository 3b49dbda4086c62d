package dev.leapp.core.spi;

/**
 * Reads what another tool keeps on this machine, and says which sessions it would be. Core makes a plan of it, shows it, and adds what
 * the user agrees to.
 *
 * @implSpec Thread-safe, without state. It changes nothing anywhere. Ids are derived from what the other tool calls a thing, so that
 *     importing twice changes nothing.
 * @since 0.1
 */
public interface WorkspaceImporter {

    /**
     * Returns what the importer is. Cheap; no input or output.
     *
     * @return the description
     */
    WorkspaceImporterDescriptor descriptor();

    /**
     * Reads. May block on files.
     *
     * @param context what it may use
     * @return what was found, and what could not be taken and why
     * @throws dev.leapp.core.error.LeappException if nothing can be read at all; a file that isn't there is no error
     */
    WorkspaceImport read(ImportContext context);
}
