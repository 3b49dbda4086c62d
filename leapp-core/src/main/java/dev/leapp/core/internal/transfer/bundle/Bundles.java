package dev.leapp.core.internal.transfer.bundle;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.Argon2Cost;
import dev.leapp.core.internal.crypto.Argon2UnavailableException;
import dev.leapp.core.internal.crypto.Argon2id;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.internal.crypto.Deflated;
import dev.leapp.core.internal.workspace.json.BundleDocument;
import dev.leapp.core.internal.workspace.json.MalformedDocumentException;
import dev.leapp.core.port.SecretName;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.zip.DataFormatException;

/**
 * Seals bundles and opens them.
 *
 * @param costOfNew what deriving the key of a new bundle costs
 */
public record Bundles(AesGcm cipher, Argon2Cost costOfNew) {

    /** Tells whether a file begins as a bundle does. */
    public static boolean isBundle(byte[] file) {
        return BundleFormat.begins(file);
    }

    public byte[] seal(BundleContent content, Secret passphrase) {
        byte[] salt = cipher.randomBytes(Argon2id.SALT_BYTES);
        byte[] header = BundleFormat.header(costOfNew, salt);
        byte[] key = key(passphrase, costOfNew, salt);
        byte[] document = document(content);
        try {
            return BundleFormat.toBytes(header, cipher.seal(key, Deflated.deflate(document), header));
        } finally {
            Bytes.wipe(key, document);
        }
    }

    /**
     * Opens the bytes of a bundle.
     *
     * @param file where they come from, for messages
     * @param passphrase asked once the file is known to be whole
     */
    public BundleContent open(Path file, byte[] bytes, Supplier<Secret> passphrase) {
        BundleFormat bundle = BundleFormat.parse(file, bytes);
        byte[] key;
        try (Secret given = passphrase.get()) {
            key = key(given, bundle.cost(), bundle.salt());
        }
        try {
            return content(file, AesGcm.open(key, bundle.sealed(), bundle.header()));
        } catch (AuthenticationFailedException e) {
            throw BundleTroubles.locked(file);
        } finally {
            Bytes.wipe(key);
        }
    }

    private static byte[] key(Secret passphrase, Argon2Cost cost, byte[] salt) {
        if (passphrase.isEmpty()) {
            throw BundleTroubles.emptyPassphrase();
        }
        char[] characters = passphrase.reveal().toCharArray();
        try {
            return Argon2id.derive(characters, salt, cost, AesGcm.KEY_BYTES);
        } catch (Argon2UnavailableException e) {
            throw BundleTroubles.noArgon2(e);
        } finally {
            Arrays.fill(characters, '\0');
        }
    }

    private static byte[] document(BundleContent content) {
        Map<String, byte[]> secrets = new LinkedHashMap<>();
        content.secrets().forEach((name, secret) -> secrets.put(name.account(), secret.revealUtf8()));
        try {
            return new BundleDocument(content.workspace(), secrets).toBytes();
        } finally {
            secrets.values().forEach(Bytes::wipe);
        }
    }

    private static BundleContent content(Path file, byte[] deflated) {
        byte[] document = inflated(file, deflated);
        try {
            BundleDocument read = BundleDocument.parse(document);
            Map<SecretName, Secret> secrets = new LinkedHashMap<>();
            read.secrets().forEach((name, bytes) -> {
                secrets.put(new SecretName(name), Secret.ofUtf8(bytes));
                Bytes.wipe(bytes);
            });
            return new BundleContent(read.workspace(), secrets);
        } catch (MalformedDocumentException e) {
            throw e.isNewer()
                    ? BundleTroubles.newer(file, "1, but " + e.getMessage())
                    : BundleTroubles.damaged(file, String.valueOf(e.getMessage()));
        } catch (IllegalArgumentException e) {
            throw BundleTroubles.damaged(file, "a secret in it has no name");
        } finally {
            Bytes.wipe(document);
        }
    }

    private static byte[] inflated(Path file, byte[] deflated) {
        try {
            return Deflated.inflate(deflated, Deflated.MAX_BYTES);
        } catch (DataFormatException e) {
            throw BundleTroubles.damaged(file, "its document " + e.getMessage());
        }
    }
}
