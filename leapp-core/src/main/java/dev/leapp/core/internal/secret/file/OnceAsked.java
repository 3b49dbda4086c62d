package dev.leapp.core.internal.secret.file;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** The user's part of the key during one call: asked for at most once, and only if it is needed. */
final class OnceAsked implements AutoCloseable {

    private final KeySource source;
    private final Path file;
    private KeySource.@Nullable Material material;

    OnceAsked(KeySource source, Path file) {
        this.source = source;
        this.file = file;
    }

    KeySource.Material material(boolean toCreate) {
        KeySource.Material known = material;
        if (known == null) {
            known = source.obtain(file, toCreate);
            material = known;
        }
        return known;
    }

    @Override
    public void close() {
        KeySource.Material known = material;
        if (known != null) {
            known.close();
        }
    }
}
