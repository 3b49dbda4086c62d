package dev.leapp.core.internal.issuance;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.Uninterrupted;
import dev.leapp.core.issuance.IssuanceEntry;
import dev.leapp.core.issuance.IssuanceFilter;
import dev.leapp.core.issuance.IssuanceLog;
import dev.leapp.core.issuance.IssuanceReport;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** The issuance log in files, whose hashes hang on the workspace's key. */
public final class FileIssuanceLog implements IssuanceLog, IssuanceRecorder {

    /** What the key that seals the log's own key is for. */
    public static final String PURPOSE = "issuance log";

    /** How much a file of the log holds, and how many older ones are kept. */
    public record Sizes(long mostBytes, int mostOlder) {

        /** A line has some 400 bytes, so that these are some 25000 entries. */
        public static final Sizes USUAL = new Sizes(1024 * 1024, 10);
    }

    private final LogFiles files;
    private final LogKey key;
    private final LogLock lock;
    private final Supplier<byte[]> sealing;
    private final Consumer<String> tell;
    private final Clock clock;
    private final AtomicBoolean told = new AtomicBoolean();

    /**
     * Makes the log in a directory; touches nothing yet.
     *
     * @param sealing gives a copy of the key that seals the log's own key, and may ask the user
     * @param tell tells the user that something could not be taken down
     */
    public FileIssuanceLog(
            Path directory,
            Path locks,
            FileOperations operations,
            AtomicFile atomic,
            AesGcm cipher,
            Sizes sizes,
            Supplier<byte[]> sealing,
            Consumer<String> tell,
            Clock clock) {
        this.files = new LogFiles(directory, operations, sizes.mostBytes(), sizes.mostOlder());
        this.key = new LogKey(directory.resolve("key"), atomic, cipher);
        this.lock = new LogLock(locks.resolve("issuance-log.lock"), directory);
        this.sealing = sealing;
        this.tell = tell;
        this.clock = clock;
    }

    @Override
    public void handedOut(Session session, Use use, Optional<Instant> until) {
        try {
            change(
                    "issuance of session " + session.name(),
                    writer -> writer.isOn() && issued(writer, session, use, until));
        } catch (RuntimeException e) {
            if (told.compareAndSet(false, true)) {
                tell.accept("What was handed out of session '" + session.name() + "' is not in the issuance log: "
                        + e.getMessage());
            }
        }
    }

    private static boolean issued(LogWriter writer, Session session, Use use, Optional<Instant> until) {
        writer.add(IssuanceEntry.ISSUED, entry -> {
            entry.session(session.id(), session.name(), session.type().toString())
                    .use(use);
            return until.map(entry::until).orElse(entry);
        });
        return true;
    }

    @Override
    public boolean turn(boolean on) {
        return change("switching the issuance log", writer -> writer.turn(on));
    }

    @Override
    public boolean isOn() {
        return reading(() -> new LogReader(files).isOn());
    }

    @Override
    public List<IssuanceEntry> entries(IssuanceFilter filter) {
        return reading(() -> new LogReader(files).entries(filter));
    }

    /** Somebody may write meanwhile, or change the workspace's key: a second look decides. */
    @Override
    public IssuanceReport verify() {
        if (!files.isThere() && !key.exists()) {
            return new IssuanceReport(0, null, List.of(), List.of());
        }
        IssuanceReport first = checked();
        return first.isSound() ? first : checked();
    }

    /**
     * Makes the log's key open with each of these, so that it follows when the workspace's key changes.
     *
     * @param opening what it opens with now; with another one nothing is done
     * @param sealings what it is to open with
     */
    public void reseal(byte[] opening, List<byte[]> sealings) {
        if (key.exists()) {
            lock.holding("the workspace's key changes", () -> {
                key.reseal(opening, sealings);
                return key;
            });
        }
    }

    @Override
    public Path location() {
        return files.directory();
    }

    @Override
    public long bytes() {
        return reading(files::bytes);
    }

    private IssuanceReport checked() {
        byte[] opening = sealing.get();
        try {
            return reading(() -> checked(opening));
        } finally {
            wipe(opening);
        }
    }

    private IssuanceReport checked(byte[] opening) throws IOException {
        Optional<ChainKey> open = key.open(opening);
        if (open.isEmpty()) {
            String what = "the key of the log is missing or does not open, so that nothing can be checked";
            return new IssuanceReport(entries(IssuanceFilter.all()).size(), null, List.of(what), List.of());
        }
        try (ChainKey chain = open.get()) {
            return new LogCheck(files, chain).report();
        }
    }

    /** What puts entries at the end of the log. */
    private interface Change {
        boolean apply(LogWriter writer) throws IOException;
    }

    /** The workspace's key may be changed by somebody just now: then another one opens the log's. */
    private boolean change(String purpose, Change change) {
        Optional<Boolean> done = changed(purpose, change, false);
        return done.isPresent() ? done.get() : changed(purpose, change, true).orElseThrow();
    }

    private Optional<Boolean> changed(String purpose, Change change, boolean last) {
        byte[] opening = sealing.get();
        try {
            return lock.holding(purpose, () -> {
                Optional<ChainKey> open = key.open(opening);
                if (open.isEmpty() && key.exists() && !last) {
                    return Optional.empty();
                }
                return Optional.of(open.isPresent() ? goOn(open.get(), change) : anew(opening, change));
            });
        } finally {
            wipe(opening);
        }
    }

    private boolean goOn(ChainKey open, Change change) throws IOException {
        try (open) {
            LogWriter writer = LogWriter.goingOn(files, open, clock);
            boolean changed = change.apply(writer);
            writer.write();
            return changed;
        }
    }

    private boolean anew(byte[] opening, Change change) throws IOException {
        Optional<String> note = putAside();
        try (ChainKey created = key.create()) {
            files.head(LogHead.START.bytes(created));
            key.save(opening, created);
            LogWriter writer = LogWriter.anew(files, created, clock, note);
            boolean changed = change.apply(writer);
            writer.write();
            return changed;
        }
    }

    /** What can't be checked any more is kept, and the log says so. */
    private Optional<String> putAside() throws IOException {
        if (!files.isThere() && !key.exists()) {
            return Optional.empty();
        }
        String name = "unverifiable-" + stamp(clock.instant());
        files.putAside(key.file(), name);
        return Optional.of("the key of the log before was missing or did not open; that log lies in " + name);
    }

    private static String stamp(Instant now) {
        return now.truncatedTo(ChronoUnit.MILLIS).toString().replace("-", "").replace(":", "");
    }

    private <R> R reading(Uninterrupted.Action<R> action) {
        try {
            return Uninterrupted.call(action);
        } catch (IOException e) {
            throw new WorkspaceException(
                    CoreErrorCode.WORKSPACE_NOT_READABLE,
                    "The issuance log in " + files.directory() + " can't be read (" + e.getMessage() + ")",
                    "check the permissions of the directory and of its files",
                    e);
        }
    }

    private static void wipe(byte[] secret) {
        Arrays.fill(secret, (byte) 0);
    }
}
