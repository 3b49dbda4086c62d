package dev.leapp.core.internal.workspace.key;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Hkdf;
import dev.leapp.core.port.SecretName;
import dev.leapp.core.port.SecretStore;
import java.util.HexFormat;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Wraps the workspace's key under a random one that lies in the OS keychain, one item for each slot.
 *
 * @param keychain the keychain; opened by its first call
 * @param cipher makes random keys
 */
public record KeychainSlots(Supplier<SecretStore> keychain, AesGcm cipher) implements SlotKind {

    public static final String KIND = "keychain";

    /** How the account names of these items begin; they belong to no session. */
    public static final String ACCOUNT_PREFIX = "workspace-key-";

    private static final String PURPOSE = "leapp workspace key slot keychain";

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void prepare(KeySlot slot) {
        byte[] key = cipher.newKey();
        try (Secret secret = Secret.of(HexFormat.of().formatHex(key))) {
            keychain.get().put(name(slot), secret);
        } finally {
            Bytes.wipe(key);
        }
    }

    @Override
    public void forget(KeySlot slot) {
        keychain.get().delete(name(slot));
    }

    @Override
    public byte[] wrappingKey(KeySlot slot) {
        Optional<Secret> found = keychain.get().get(name(slot));
        try (Secret item = found.orElseThrow(() -> lost(slot))) {
            byte[] key = HexFormat.of().parseHex(item.reveal());
            try {
                return Hkdf.deriveKey(key, slot.salt(), PURPOSE);
            } finally {
                Bytes.wipe(key);
            }
        } catch (IllegalArgumentException e) {
            throw lost(slot);
        }
    }

    @Override
    public String mismatch() {
        return "the keychain's item does not fit";
    }

    private static SecretName name(KeySlot slot) {
        return new SecretName(ACCOUNT_PREFIX + slot.id());
    }

    private static WorkspaceException lost(KeySlot slot) {
        return new WorkspaceException(
                CoreErrorCode.WORKSPACE_KEY_MISMATCH, "the keychain has no item " + name(slot), null);
    }
}
