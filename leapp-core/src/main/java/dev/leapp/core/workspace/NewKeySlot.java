package dev.leapp.core.workspace;

import dev.leapp.core.credential.Secret;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What shall open a workspace file. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class NewKeySlot {

    private final String kind;
    private final @Nullable Secret passphrase;

    private NewKeySlot(String kind, @Nullable Secret passphrase) {
        this.kind = kind;
        this.passphrase = passphrase;
    }

    /**
     * Returns a slot that this machine's id opens. Every program on this machine can read that id.
     *
     * @return a new slot
     */
    public static NewKeySlot machine() {
        return new NewKeySlot("machine", null);
    }

    /**
     * Returns a slot that the OS keychain opens.
     *
     * @return a new slot
     */
    public static NewKeySlot keychain() {
        return new NewKeySlot("keychain", null);
    }

    /**
     * Returns a slot that a passphrase opens, on every machine.
     *
     * @param passphrase the passphrase; the caller closes it after use
     * @return a new slot
     * @throws IllegalArgumentException if it is empty
     */
    public static NewKeySlot passphrase(Secret passphrase) {
        if (passphrase.isEmpty()) {
            throw new IllegalArgumentException("An empty passphrase protects nothing");
        }
        return new NewKeySlot("passphrase", passphrase);
    }

    /**
     * Returns what opens it.
     *
     * @return {@code machine}, {@code keychain} or {@code passphrase}
     */
    public String kind() {
        return kind;
    }

    /**
     * Returns the passphrase.
     *
     * @return the passphrase of a slot that one opens
     */
    public Optional<Secret> passphrase() {
        return Optional.ofNullable(passphrase);
    }

    @Override
    public String toString() {
        return "NewKeySlot[" + kind + "]";
    }
}
