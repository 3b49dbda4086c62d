package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.FileOperations.OutputFile;
import dev.leapp.core.session.IntegrationId;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The journals of listings that are not complete, one for each integration, sealed under a subkey of the workspace's key. The first
 * record says when the listing began.
 *
 * @param key gives a copy of the key, which is wiped when the journal is closed
 */
public record Journals(Path directory, FileOperations operations, AesGcm cipher, Supplier<byte[]> key) {

    /** What the key is for. */
    public static final String PURPOSE = "listings";

    private static final Logger LOG = System.getLogger(Journals.class.getName());
    private static final Duration LIFE = Duration.ofHours(1);
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** What of a file can be used: up to where, and what is in there. */
    private record Kept(Map<String, List<UpstreamSession>> found, int places, long bytes) {}

    /**
     * Goes on with a journal, or begins one if there is none that is of the same listing and fresh. For the holder of its lock.
     *
     * @param facts what the answers upstream depend on
     * @param afresh whether what is there is thrown away
     */
    Journal open(IntegrationId integration, String facts, Instant now, boolean afresh) {
        Path file = file(integration);
        SealedRecords records = new SealedRecords(cipher, key.get(), integration + "\n" + facts);
        Optional<Kept> kept = afresh ? Optional.empty() : kept(file, records, now);
        OutputFile out = kept.isPresent() ? goOn(file, kept.get().bytes()) : begin(file, records, now);
        Kept used = kept.orElseGet(() -> new Kept(Map.of(), 1, 0));
        return new Journal(file, operations, records, used.found(), used.places(), out);
    }

    /** Throws away what an unfinished listing has found. */
    public void forget(IntegrationId integration) {
        try {
            operations.delete(file(integration));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A listing's journal is not deleted: {0}", e.toString());
        }
    }

    Path file(IntegrationId integration) {
        return directory.resolve(FileNames.of(integration));
    }

    private @Nullable OutputFile goOn(Path file, long bytes) {
        try {
            operations.truncate(file, bytes);
            return operations.append(file);
        } catch (IOException e) {
            return without(e);
        }
    }

    private @Nullable OutputFile begin(Path file, SealedRecords records, Instant now) {
        try {
            operations.createDirectories(directory);
            operations.delete(file);
            ByteBuffer first = records.seal(0, moment(now));
            OutputFile out = operations.create(file);
            while (first.hasRemaining()) {
                out.write(first);
            }
            return out;
        } catch (IOException e) {
            return without(e);
        }
    }

    private static @Nullable OutputFile without(IOException trouble) {
        LOG.log(Level.DEBUG, "What a listing finds is not kept: {0}", trouble.toString());
        return null;
    }

    private static Optional<Kept> kept(Path file, SealedRecords records, Instant now) {
        try (InputStream in = new BufferedInputStream(Files.newInputStream(file))) {
            Optional<byte[]> first = records.open(in, 0).filter(bytes -> isFresh(bytes, now));
            return first.isEmpty()
                    ? Optional.empty()
                    : Optional.of(rest(in, records, SealedRecords.length(first.get())));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | UncheckedIOException e) {
            LOG.log(Level.DEBUG, "A listing's journal can''t be read: {0}", e.toString());
            return Optional.empty();
        }
    }

    private static Kept rest(InputStream in, SealedRecords records, long begin) throws IOException {
        Map<String, List<UpstreamSession>> found = new HashMap<>();
        long bytes = begin;
        int place = 1;
        for (Optional<byte[]> next = records.open(in, place); next.isPresent(); next = records.open(in, place)) {
            AccountRoles account = AccountCodec.decode(next.get());
            if (account.withdrawn()) {
                found.remove(account.account());
            } else {
                found.put(account.account(), account.roles());
            }
            bytes += SealedRecords.length(next.get());
            place++;
        }
        return new Kept(found, place, bytes);
    }

    private static byte[] moment(Instant now) {
        return ByteBuffer.allocate(Long.BYTES).putLong(now.toEpochMilli()).array();
    }

    private static boolean isFresh(byte[] first, Instant now) {
        if (first.length != Long.BYTES) {
            return false;
        }
        Instant begun = Instant.ofEpochMilli(ByteBuffer.wrap(first).getLong());
        return !begun.isAfter(now.plus(SKEW)) && !now.isAfter(begun.plus(LIFE));
    }
}
