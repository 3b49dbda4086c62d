package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.FileOperations.OutputFile;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What an unfinished listing has found: a record for each account, at once. It is no promise: what can't be kept is asked for again.
 * For the holder of the listing's lock; thread-safe.
 */
final class Journal implements AutoCloseable {

    private static final Logger LOG = System.getLogger(Journal.class.getName());

    private final Path file;
    private final FileOperations operations;
    private final SealedRecords records;
    private final Map<String, List<UpstreamSession>> found;
    private int place;
    private @Nullable OutputFile out;

    /**
     * Goes on with a journal.
     *
     * @param found what is in it, by the account's id
     * @param place how many records it has
     * @param out the file at its end, null if nothing can be kept
     */
    Journal(
            Path file,
            FileOperations operations,
            SealedRecords records,
            Map<String, List<UpstreamSession>> found,
            int place,
            @Nullable OutputFile out) {
        this.file = file;
        this.operations = operations;
        this.records = records;
        this.found = Map.copyOf(found);
        this.place = place;
        this.out = out;
    }

    /** Returns what an interrupted listing found. */
    Map<String, List<UpstreamSession>> found() {
        return found;
    }

    synchronized void keep(AccountRoles account) {
        if (out == null) {
            return;
        }
        try {
            ByteBuffer bytes = records.seal(place, AccountCodec.encode(account));
            while (bytes.hasRemaining()) {
                out.write(bytes);
            }
            place++;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "What a listing found is not kept: {0}", e.toString());
            close();
        }
    }

    /** Takes back what was kept of an account. */
    void withdraw(String account) {
        keep(AccountRoles.withdrawn(account));
    }

    /** Ends it for good: the listing is complete. */
    void delete() {
        close();
        try {
            operations.delete(file);
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "A listing's journal is not deleted: {0}", e.toString());
        }
    }

    @Override
    public synchronized void close() {
        OutputFile open = out;
        out = null;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                LOG.log(Level.DEBUG, "A listing's journal is not closed: {0}", e.toString());
            }
        }
        records.close();
    }
}
