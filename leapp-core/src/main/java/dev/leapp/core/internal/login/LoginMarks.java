package dev.leapp.core.internal.login;

import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.UnsyncedDirectoryException;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.session.IntegrationId;
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
 * One small file for each integration that somebody logged in to: who asks how things stand needs no secret store, and who remembers
 * a login sees that another process has replaced it. There is no file only if the store holds nothing.
 */
record LoginMarks(LoginFiles names, AtomicFile files) {

    private static final Logger LOG = System.getLogger(LoginMarks.class.getName());

    /** Returns what is known; of what can't be read it is known that the store may hold something. */
    Optional<LoginMark> of(IntegrationId id) {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(names.mark(id))));
            return Optional.of(LoginMark.of(lines));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The mark of integration {0} can''t be read: {1}", id, e.toString());
            return Optional.of(LoginMark.unknown());
        }
    }

    /** Replaces the mark; for the holder of the integration's lock. */
    void write(IntegrationId id, LoginMark mark) {
        Path file = names.mark(id);
        try {
            StringWriter text = new StringWriter();
            mark.toProperties().store(text, null);
            files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (UnsyncedDirectoryException e) {
            LOG.log(Level.DEBUG, "{0} is written, but might not outlive a power failure: {1}", file, e.toString());
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    /** Removes the mark; for the holder of the integration's lock, when the store holds nothing any more. */
    void remove(IntegrationId id) {
        Path file = names.mark(id);
        try {
            files.delete(file);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }
}
