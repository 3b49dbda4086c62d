package dev.leapp.core.internal.session;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.session.SessionId;
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
 * How each session's last attempt failed: for those who queued while it was under way, who share its failure instead of asking the
 * user again, and for those who come after it, who leave the cloud and the user alone for a while.
 */
final class Outcomes {

    private static final Logger LOG = System.getLogger(Outcomes.class.getName());

    private final Path directory;
    private final AtomicFile files;

    Outcomes(Path directory, AtomicFile files) {
        this.directory = directory;
        this.files = files;
    }

    void failed(SessionId session, Outcome outcome) {
        try {
            StringWriter text = new StringWriter();
            outcome.toProperties().store(text, null);
            files.write(file(session), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The failure of session {0} can''t be shared: {1}", session, e.toString());
        }
    }

    /** Forgets that it failed: it went well, or what it depends on was changed. */
    void forget(SessionId session) {
        try {
            Files.deleteIfExists(file(session));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The outcome of session {0} can''t be removed: {1}", session, e.toString());
        }
    }

    /** Returns how the last attempt failed; nothing if it went well. */
    Optional<Outcome> of(SessionId session) {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file(session))));
            return Optional.of(Outcome.of(lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The outcome of session {0} can''t be read: {1}", session, e.toString());
            return Optional.empty();
        }
    }

    private Path file(SessionId session) {
        return directory.resolve(session.value() + ".properties");
    }
}
