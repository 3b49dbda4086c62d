package dev.leapp.core.internal.secret;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.port.SecretStoreTarget;
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
    private static final String LEFT_SETTING = "secret-store.left";
    private static final String KEY_FILE = ".key-file";

    static StoreChoice keychain() {
        return new StoreChoice(KEYCHAIN, Optional.empty());
    }

    static StoreChoice file(Optional<Path> keyFile) {
        return new StoreChoice(FILE, keyFile.map(Path::toAbsolutePath).map(Path::normalize));
    }

    static StoreChoice of(SecretStoreTarget target) {
        return target.store().equals(FILE) ? file(target.keyFile()) : keychain();
    }

    /** Returns what a workspace is pinned to, empty if nothing was chosen yet. */
    static Optional<StoreChoice> of(Workspace workspace) {
        return read(workspace, SETTING);
    }

    /** Returns the store from which old copies must still be deleted. */
    static Optional<StoreChoice> left(Workspace workspace) {
        return read(workspace, LEFT_SETTING);
    }

    static Workspace withLeft(Workspace workspace, Optional<StoreChoice> left) {
        return write(workspace, LEFT_SETTING, left);
    }

    private static Optional<StoreChoice> read(Workspace workspace, String setting) {
        Optional<Path> keyFile = Optional.ofNullable(workspace.settings().get(setting + KEY_FILE))
                .map(Path::of);
        return Optional.ofNullable(workspace.settings().get(setting)).map(id -> new StoreChoice(known(id), keyFile));
    }

    private static Workspace write(Workspace workspace, String setting, Optional<StoreChoice> choice) {
        return workspace.toBuilder()
                .setting(setting, choice.map(StoreChoice::id).orElse(null))
                .setting(
                        setting + KEY_FILE,
                        choice.flatMap(StoreChoice::keyFile).map(Path::toString).orElse(null))
                .build();
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
        return write(workspace, SETTING, Optional.of(this));
    }

    boolean isFile() {
        return id.equals(FILE);
    }
}
