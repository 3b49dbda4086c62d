package dev.leapp.core.workspace;

import dev.leapp.core.credential.Secret;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Where an import comes from.
 *
 * @since 0.1
 */
public sealed interface ImportSource {

    /**
     * Imports a file; what it is is found out by how it begins. Of a workspace file the definitions are imported: its secrets are
     * in that machine's secret store.
     *
     * @param file a bundle that {@link WorkspaceTransfer#exportTo} wrote; or a workspace file, Leapp's or the desktop app's, that
     *     opens on this machine or with a passphrase
     * @param passphrase asked only when the file turned out to need one; wiped after use
     * @return the source; {@link PortableFile#openedByMachine} opens another machine's workspace file
     */
    static PortableFile file(Path file, Supplier<Secret> passphrase) {
        return new PortableFile(file, passphrase, Optional.empty());
    }

    /**
     * Imports what an importer of a plug-in finds on this machine.
     *
     * @param id the importer's id, such as {@code aws}
     * @return the source
     */
    static ImportSource importer(String id) {
        return new Importer(id);
    }

    /**
     * A file.
     *
     * @param file its path
     * @param passphrase what may open it
     * @param machineId the raw id of the machine whose workspace file it is; empty for this machine's
     */
    record PortableFile(Path file, Supplier<Secret> passphrase, Optional<String> machineId) implements ImportSource {

        /**
         * Returns this file, to be opened with the id of the machine that wrote it.
         *
         * @param id the raw machine id, as that machine has it; on Linux the content of its {@code /etc/machine-id}
         * @return a new source
         */
        public PortableFile openedByMachine(String id) {
            return new PortableFile(file, passphrase, Optional.of(id));
        }
    }

    /**
     * An importer of a plug-in.
     *
     * @param id its id
     */
    record Importer(String id) implements ImportSource {}
}
