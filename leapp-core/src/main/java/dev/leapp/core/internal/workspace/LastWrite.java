package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers in {@code state.json} the format and the generation that this program last wrote, so that a workspace file that
 * vanished is told from one that never was, and another program's file from ours.
 */
final class LastWrite {

    private static final Pattern FORM =
            Pattern.compile("\\{\"format\":\"(sealed|leapp)\"(?:,\"becoming\":\"(sealed|leapp)\")?"
                    + ",\"generation\":([0-9]{1,18})(?:,\"digest\":\"([0-9a-f]{64})\")?}\\s*");

    private final Path file;
    private final AtomicFile files;

    LastWrite(Path workspaceFile, AtomicFile files) {
        this.file = workspaceFile.resolveSibling("state.json");
        this.files = files;
    }

    /**
     * What was noted.
     *
     * @param format the format last written
     * @param becoming the format that is about to be written, while it changes
     * @param generation the number of the generation
     * @param digest of the file's bytes, where another program may write the file, too
     */
    record Note(WorkspaceFormat format, Optional<WorkspaceFormat> becoming, long generation, Optional<String> digest) {

        boolean expects(WorkspaceFormat found) {
            return found == format || becoming.filter(found::equals).isPresent();
        }

        boolean wrote(byte[] bytes) {
            return digest.equals(Optional.of(digestOf(bytes)));
        }

        private String toJson() {
            return "{\"format\":\"" + format.id() + "\""
                    + becoming.map(next -> ",\"becoming\":\"" + next.id() + "\"")
                            .orElse("")
                    + ",\"generation\":" + generation
                    + digest.map(hex -> ",\"digest\":\"" + hex + "\"").orElse("") + "}\n";
        }
    }

    Path file() {
        return file;
    }

    /** Tells whether a workspace was ever written; a note that can't be understood says that one was. */
    boolean isKnown() {
        return Files.exists(file);
    }

    /** Returns the note, empty if nothing was written or it can't be understood. */
    Optional<Note> note() throws IOException {
        try {
            Matcher matcher = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return matcher.matches() ? Optional.of(note(matcher)) : Optional.empty();
        } catch (NoSuchFileException e) {
            return Optional.empty();
        }
    }

    void remember(Note note) throws IOException {
        files.write(file, note.toJson().getBytes(StandardCharsets.ISO_8859_1));
    }

    private static Note note(Matcher matcher) {
        return new Note(
                WorkspaceFormat.of(matcher.group(1)).orElseThrow(),
                Optional.ofNullable(matcher.group(2)).flatMap(WorkspaceFormat::of),
                Long.parseLong(matcher.group(3)),
                Optional.ofNullable(matcher.group(4)));
    }

    static String digestOf(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }
}
