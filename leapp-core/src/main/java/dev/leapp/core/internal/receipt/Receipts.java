package dev.leapp.core.internal.receipt;

import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.WorkspaceException;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.WriteTrouble;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.spi.Receipt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** One file for each session that something is published of, on the disk before the first published byte. */
public final class Receipts {

    private static final String SUFFIX = ".json";

    private final Path directory;
    private final AtomicFile files;
    private final ReceiptJson json = new ReceiptJson();

    public Receipts(Path directory, AtomicFile files) {
        this.directory = directory;
        this.files = files;
    }

    /** Returns what is recorded for a session. */
    public Optional<Receipt> of(SessionId session) {
        return read(session).map(ReceiptJson.Recorded::receipt);
    }

    /** Tells whether anything is recorded for a session. */
    public boolean exists(SessionId session) {
        return Files.exists(file(session));
    }

    /** Tells whether what is published for a session was allowed to take the user's place. */
    public boolean wasTakeover(SessionId session) {
        return read(session).map(ReceiptJson.Recorded::takeover).orElse(false);
    }

    /** Records what will be published; when this returns, it is on the disk. */
    public void record(Receipt receipt, boolean takeover) {
        Path file = file(receipt.session());
        try {
            files.write(file, json.write(new ReceiptJson.Recorded(receipt, takeover)));
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    /** Forgets what was published for a session, and what a dead process was about to record of it. */
    public void remove(SessionId session) {
        Path file = file(session);
        try {
            files.delete(file);
        } catch (IOException e) {
            throw WriteTrouble.of(file, e);
        }
    }

    /** Returns the sessions that something is recorded for. */
    public List<SessionId> sessions() {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(entry -> entry.getFileName().toString())
                    .flatMap(name -> sessionOf(name).stream())
                    .toList();
        } catch (NoSuchFileException e) {
            return List.of();
        } catch (IOException e) {
            throw new WorkspaceException(
                    CoreErrorCode.WORKSPACE_NOT_READABLE, "The directory " + directory + " can't be read", null, e);
        }
    }

    private Optional<ReceiptJson.Recorded> read(SessionId session) {
        Path file = file(session);
        try {
            return Optional.of(json.read(Files.readAllBytes(file)));
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException | IllegalArgumentException e) {
            throw new WorkspaceException(
                    CoreErrorCode.WORKSPACE_NOT_READABLE,
                    "The receipt " + file + " of what session " + session + " published can't be read",
                    "remove from your files what it tells of, then move it away",
                    e);
        }
    }

    /** Whatever else lies there, such as a copy that somebody made, is none of ours. */
    private static Optional<SessionId> sessionOf(String fileName) {
        if (!fileName.endsWith(SUFFIX)) {
            return Optional.empty();
        }
        String id = fileName.substring(0, fileName.length() - SUFFIX.length());
        return SessionId.isValid(id) ? Optional.of(new SessionId(id)) : Optional.empty();
    }

    private Path file(SessionId session) {
        return directory.resolve(session.value() + SUFFIX);
    }
}
