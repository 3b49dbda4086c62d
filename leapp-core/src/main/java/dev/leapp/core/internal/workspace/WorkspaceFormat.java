package dev.leapp.core.internal.workspace;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/** The formats that a workspace file can have. */
enum WorkspaceFormat {
    /** Ours: a clear header with key slots, and a sealed document. */
    SEALED("sealed", "its own"),
    /** The Leapp desktop app's. */
    LEAPP("leapp", "the Leapp desktop app's");

    private static final byte[] SEALED_MAGIC = "LEAPP-SEALED ".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] LEAPP_MAGIC = "U2FsdGVkX1".getBytes(StandardCharsets.US_ASCII);

    private final String id;
    private final String description;

    WorkspaceFormat(String id, String description) {
        this.id = id;
        this.description = description;
    }

    /** Returns the name in files: of {@code state.json}, and the ending of backups. */
    String id() {
        return id;
    }

    /** Returns whose format it is, for people. */
    String description() {
        return description;
    }

    static Optional<WorkspaceFormat> of(String id) {
        return Arrays.stream(values()).filter(format -> format.id.equals(id)).findFirst();
    }

    /** Returns the format that a file begins like, empty if it begins like neither. */
    static Optional<WorkspaceFormat> of(byte[] file) {
        if (beginsWith(LEAPP_MAGIC, file)) {
            return Optional.of(LEAPP);
        }
        return beginsWith(SEALED_MAGIC, file) ? Optional.of(SEALED) : Optional.empty();
    }

    private static boolean beginsWith(byte[] magic, byte[] file) {
        return Arrays.mismatch(magic, file) == magic.length;
    }
}
