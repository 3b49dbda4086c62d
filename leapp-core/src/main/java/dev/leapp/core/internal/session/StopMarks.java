package dev.leapp.core.internal.session;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileIdentity;
import dev.leapp.core.session.SessionId;
import java.io.IOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Which sessions were stopped, for those who hand out what no file holds: the state tells it of active sessions only. A mark is a new
 * file at each stop, so that a look at it costs no reading and no clock.
 */
public record StopMarks(Path directory, AtomicFile files) {

    private static final Logger LOG = System.getLogger(StopMarks.class.getName());

    private static final int TRIES = 5;

    /** Marks a session as stopped now. Takes no lock, so another stop of it may take away what this one is about to put there. */
    void leave(SessionId session) throws IOException {
        for (int left = TRIES; ; left--) {
            try {
                files.write(file(session), new byte[] {'\n'});
                return;
            } catch (NoSuchFileException e) {
                if (left == 0) {
                    throw e;
                }
            }
        }
    }

    void remove(SessionId session) {
        try {
            files.delete(file(session));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The mark of session {0} can''t be removed: {1}", session, e.toString());
        }
    }

    /** Returns what tells the last stop from an earlier one, and from none; empty if it can't be told. */
    public Optional<FileIdentity> of(SessionId session) {
        try {
            return Optional.of(FileIdentity.of(file(session)));
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    private Path file(SessionId session) {
        return directory.resolve(session.value());
    }
}
