package dev.leapp.core.internal.session;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
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
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;

/**
 * How a session's last attempt failed, for those who queued while it was under way: they share its failure instead of asking the
 * user again. A non-interactive owner's "login needed" is not shared with somebody who can be asked.
 */
final class Outcomes {

    private static final Logger LOG = System.getLogger(Outcomes.class.getName());

    /** What would befall the next caller too; a conflict on the way to a provider chain says nothing about credentials. */
    private static final Set<Trouble> SHARED =
            EnumSet.of(Trouble.LOGIN_NEEDED, Trouble.CANCELLED, Trouble.REFUSED, Trouble.NETWORK);

    private final Path directory;
    private final AtomicFile files;

    Outcomes(Path directory, AtomicFile files) {
        this.directory = directory;
        this.files = files;
    }

    void failed(SessionId session, Instant endedAt, boolean interactive, LeappException failure) {
        if (!SHARED.contains(failure.code().trouble())) {
            return;
        }
        Properties lines = new Properties();
        lines.setProperty("endedAt", endedAt.toString());
        lines.setProperty("interactive", Boolean.toString(interactive));
        lines.setProperty("code", failure.code().id());
        lines.setProperty("message", String.valueOf(failure.getMessage()));
        failure.hint().ifPresent(hint -> lines.setProperty("hint", hint));
        try {
            StringWriter text = new StringWriter();
            lines.store(text, null);
            files.write(file(session), text.toString().getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The failure of session {0} can''t be shared: {1}", session, e.toString());
        }
    }

    void succeeded(SessionId session) {
        try {
            Files.deleteIfExists(file(session));
        } catch (IOException e) {
            LOG.log(Level.DEBUG, "The outcome of session {0} can''t be removed: {1}", session, e.toString());
        }
    }

    /** Returns the failure of an attempt that ended after the given moment. */
    Optional<LeappException> failureSince(SessionId session, Instant queuedAt, boolean interactive) {
        try {
            Properties lines = new Properties();
            lines.load(new StringReader(Files.readString(file(session))));
            return Optional.of(lines)
                    .filter(found ->
                            !Instant.parse(found.getProperty("endedAt")).isBefore(queuedAt))
                    .flatMap(found -> shared(found, interactive));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | RuntimeException e) {
            LOG.log(Level.DEBUG, "The outcome of session {0} can''t be read: {1}", session, e.toString());
            return Optional.empty();
        }
    }

    private static Optional<LeappException> shared(Properties lines, boolean interactive) {
        CoreErrorCode code = CoreErrorCode.valueOf(
                lines.getProperty("code").toUpperCase(Locale.ROOT).replace('-', '_'));
        boolean nobodyWasAsked =
                code.trouble() == Trouble.LOGIN_NEEDED && !Boolean.parseBoolean(lines.getProperty("interactive"));
        if (interactive && nobodyWasAsked) {
            return Optional.empty();
        }
        return Optional.of(
                new CredentialException(code, lines.getProperty("message"), lines.getProperty("hint"), null));
    }

    private Path file(SessionId session) {
        return directory.resolve(session.value() + ".properties");
    }
}
