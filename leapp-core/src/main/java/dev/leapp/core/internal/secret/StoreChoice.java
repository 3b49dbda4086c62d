package dev.leapp.core.internal.secret;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The store that a workspace is pinned to, as it stands in the workspace's settings.
 *
 * @param id {@link #KEYCHAIN} or {@link #FILE}
 * @param keyFile the key file of the encrypted file, empty if a passphrase opens it
 */
record StoreChoice(String id, Optional<Path> keyFile) {

    static final String KEYCHAIN = "keychain";
    static final String FILE = "file";

    private static final String SETTING = "secret-store";
    private static final String KEY_FILE_SETTING = "secret-store.key-file";

    static StoreChoice keychain() {
        return new StoreChoice(KEYCHAIN, Optional.empty());
    }

    static StoreChoice file(Optional<Path> keyFile) {
        return new StoreChoice(FILE, keyFile.map(Path::toAbsolutePath).map(Path::normalize));
    }

    /** Returns what a workspace is pinned to, empty if nothing was chosen yet. */
    static Optional<StoreChoice> of(Workspace workspace) {
        return Optional.ofNullable(workspace.settings().get(SETTING))
                .map(id -> new StoreChoice(
                        known(id),
                        Optional.ofNullable(workspace.settings().get(KEY_FILE_SETTING))
                                .map(Path::of)));
    }

    private static String known(String id) {
        if (id.equals(KEYCHAIN) || id.equals(FILE)) {
            return id;
        }
        throw new SecretStoreException(
                CoreErrorCode.NO_SECRET_STORE,
                "This workspace keeps its secrets in '" + id + "', which this version of Leapp does not know",
                "use the version that chose it");
    }

    Workspace pinnedIn(Workspace workspace) {
        return workspace.toBuilder()
                .setting(SETTING, id)
                .setting(KEY_FILE_SETTING, keyFile.map(Path::toString).orElse(null))
                .build();
    }

    boolean isFile() {
        return id.equals(FILE);
    }
}
