package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.Credentials;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.crypto.AuthenticationFailedException;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Temporary credentials between two calls: {@code cache/<session>/<request>}, sealed under a subkey of the workspace's key and bound
 * to what they were issued for. What can't be read is a miss; what never expires is not kept.
 */
public final class CredentialCache {

    private final Path directory;
    private final AtomicFile files;
    private final AesGcm cipher;
    private final Supplier<byte[]> key;

    /**
     * Creates the cache.
     *
     * @param key gives a copy of the key, which is wiped after use
     */
    public CredentialCache(Path directory, AtomicFile files, AesGcm cipher, Supplier<byte[]> key) {
        this.directory = directory;
        this.files = files;
        this.cipher = cipher;
        this.key = key;
    }

    /** Returns what was cached, perhaps expired. */
    public Optional<Credentials> get(CachedFor cachedFor) {
        byte[] sealed;
        try {
            sealed = Files.readAllBytes(file(cachedFor));
        } catch (IOException e) {
            return Optional.empty();
        }
        byte[] secret = key.get();
        try {
            return Optional.of(CredentialCodec.decode(AesGcm.open(secret, sealed, binding(cachedFor))));
        } catch (AuthenticationFailedException | IOException | IllegalArgumentException e) {
            return Optional.empty();
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Caches credentials whose expiry is known. The caller holds the session's attempt lock. */
    public void put(CachedFor cachedFor, Credentials credentials) {
        if (credentials.expiresAt().isEmpty()) {
            return;
        }
        byte[] secret = key.get();
        try {
            files.write(file(cachedFor), cipher.seal(secret, CredentialCodec.encode(credentials), binding(cachedFor)));
        } catch (IOException e) {
            throw WriteTrouble.of(file(cachedFor), e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Forgets everything of a session, also what a dead writer left, or a living one is just about to keep. */
    public void purge(SessionId session) {
        Path home = directory.resolve(session.value());
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(home)) {
            for (Path entry : entries) {
                Files.deleteIfExists(entry);
            }
            Files.deleteIfExists(home);
        } catch (NoSuchFileException | DirectoryNotEmptyException e) {
            // nothing was cached, or it is cached again already
        } catch (IOException e) {
            throw WriteTrouble.of(home, e);
        } catch (DirectoryIteratorException e) {
            throw WriteTrouble.of(home, new IOException(e.getMessage(), e));
        }
    }

    Path file(CachedFor cachedFor) {
        return directory.resolve(cachedFor.session().value()).resolve(cachedFor.requestDigest());
    }

    private static byte[] binding(CachedFor cachedFor) {
        String bound = cachedFor.session() + "\n" + cachedFor.requestDigest() + "\n" + cachedFor.settingsDigest();
        return bound.getBytes(StandardCharsets.UTF_8);
    }
}
