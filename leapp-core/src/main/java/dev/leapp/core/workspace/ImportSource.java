package dev.leapp.core.workspace;

import dev.leapp.core.credential.Secret;
import java.nio.file.Path;
import java.util.function.Supplier;

/**
 * Where an import comes from.
 *
 * @since 0.1
 */
public sealed interface ImportSource {

    /**
     * Imports a file; what it is is found out by how it begins.
     *
     * @param file a bundle that {@link WorkspaceTransfer#exportTo} wrote
     * @param passphrase asked at most once, and only when the file turned out to need one; wiped after use
     * @return the source
     */
    static ImportSource file(Path file, Supplier<Secret> passphrase) {
        return new PortableFile(file, passphrase);
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
     */
    record PortableFile(Path file, Supplier<Secret> passphrase) implements ImportSource {}

    /**
     * An importer of a plug-in.
     *
     * @param id its id
     */
    record Importer(String id) implements ImportSource {}
}
