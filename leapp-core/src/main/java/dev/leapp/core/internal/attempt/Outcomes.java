package dev.leapp.core.internal.attempt;

import dev.leapp.core.internal.file.AtomicFile;
import java.io.IOException;
import java.io.StringReader;
import java.io.StringWriter;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/**
 * How the last attempt at each thing failed, by its name: for those who queued while it was under way, who share its failure instead of asking the
 * user again, and for those who come after it, who leave the cloud and the user alone for a while.
 */
public final class Outcomes {

    private static final Logger LOG = System.getLogger(Outcomes.class.getName());

    private final Path directory;
    private final AtomicFile files;

    public Outcomes(Path directory, AtomicFile files) {
        this.directory = directory;
        this.files = files;
    }

    void failed(String name, Outcome outcome) {
        try {
            StringWriter text = new StringWriter();
            outcome.toProperties().store(text, null);
            files.write(file(name), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The failure of {0} can''t be shared: {1}", name, e.toString());
        }
    }

    /** Forgets that it failed: it went well, or what it depends on was changed. */
    public void forget(String name) {
        try {
            Files.deleteIfExists(file(name));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The outcome of {0} can''t be removed: {1}", name, e.toString());
        }
    }

    /** Returns how the last attempt failed; nothing if it went well. */
    public Optional<Outcome> of(String name) {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file(name))));
            return Optional.of(Outcome.of(lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The outcome of {0} can''t be read: {1}", name, e.toString());
            return Optional.empty();
        }
    }

    private Path file(String name) {
        return directory.resolve(name + ".properties");
    }
}
