package dev.leapp.core.internal.login;

import dev.leapp.core.internal.file.OwnerOnly;
import dev.leapp.core.internal.lock.InterProcessLock;
import dev.leapp.core.internal.lock.Waiting;
import dev.leapp.core.internal.login.PaceState.Step;
import java.io.IOException;
import java.io.StringReader;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * The state of one quota in a small file that all processes share. It is overwritten in place and never forced to the disk: a crash may
 * lose it, and then the pace starts afresh. Where there is no file to be had, the processes don't know of each other. Thread-safe.
 */
final class PaceFile {

    private static final Logger LOG = System.getLogger(PaceFile.class.getName());

    private static final Duration PATIENCE = Duration.ofSeconds(5);

    /** All texts are as long as that, so that a new one leaves nothing of the one before. */
    private static final int SIZE = 320;

    private final Path file;
    private final InterProcessLock lock;
    private @Nullable PaceState memory;
    private boolean unsaved;

    PaceFile(Path directory, String name, Waiting waiting) {
        this.file = directory.resolve(name + ".pace");
        this.lock = new InterProcessLock(directory.resolve(name + ".lock"), waiting);
    }

    /**
     * Replaces the state by the one that follows.
     *
     * @param change gets the state, empty if there is none yet
     */
    <T> T change(Function<Optional<PaceState>, Step<T>> change) throws InterruptedException {
        InterProcessLock.Held held;
        try {
            held = lock.acquire(PATIENCE, "pace");
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The pace {0} is not shared: {1}", file, e.toString());
            return changeMemory(change);
        }
        try (held) {
            return changeFile(change);
        }
    }

    /** The same, in this process alone. */
    synchronized <T> T changeMemory(Function<Optional<PaceState>, Step<T>> change) {
        Step<T> step = change.apply(Optional.ofNullable(memory));
        memory = step.next();
        unsaved = true;
        return step.result();
    }

    private synchronized <T> T changeFile(Function<Optional<PaceState>, Step<T>> change) {
        Step<T> step = change.apply(newest());
        memory = step.next();
        unsaved = !write(step.next());
        return step.result();
    }

    /** What this process could not tell the others holds too, and not in the place of what they said meanwhile. */
    private Optional<PaceState> newest() {
        PaceState own = unsaved ? memory : null;
        return own == null ? read() : Optional.of(read().map(own::merged).orElse(own));
    }

    private Optional<PaceState> read() {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file)));
            return Optional.of(PaceState.of(lines));
        } catch (IOException | RuntimeException e) {
            return Optional.ofNullable(memory);
        }
    }

    private boolean write(PaceState state) {
        String text = state.toText();
        byte[] bytes = (text + "\n".repeat(SIZE - text.length())).getBytes(StandardCharsets.UTF_8);
        Set<StandardOpenOption> options = Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try (SeekableByteChannel out = Files.newByteChannel(file, options, OwnerOnly.file(file))) {
            ByteBuffer left = ByteBuffer.wrap(bytes);
            while (left.hasRemaining()) {
                out.write(left);
            }
            return true;
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The pace {0} is not shared: {1}", file, e.toString());
            return false;
        }
    }
}
