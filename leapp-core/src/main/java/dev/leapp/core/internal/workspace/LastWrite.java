package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.file.AtomicFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Remembers in {@code state.json} the format and the generation in which this program last wrote definitions, so that a workspace file that vanished is
 * told from one that never was.
 */
final class LastWrite {

    private static final Pattern FORM = Pattern.compile("\\{\"format\":\"sealed\",\"generation\":([0-9]{1,18})}\\s*");

    private final Path file;
    private final AtomicFile files;

    LastWrite(Path workspaceFile, AtomicFile files) {
        this.file = workspaceFile.resolveSibling("state.json");
        this.files = files;
    }

    Path file() {
        return file;
    }

    /** Tells whether a workspace was ever written; a note that can't be understood says that one was. */
    boolean isKnown() {
        return Files.exists(file);
    }

    /** Returns the generation, empty if nothing was written or the note can't be understood. */
    OptionalLong generation() throws IOException {
        try {
            Matcher matcher = FORM.matcher(Files.readString(file, StandardCharsets.ISO_8859_1));
            return matcher.matches() ? OptionalLong.of(Long.parseLong(matcher.group(1))) : OptionalLong.empty();
        } catch (NoSuchFileException e) {
            return OptionalLong.empty();
        }
    }

    void remember(long generation) throws IOException {
        String note = "{\"format\":\"sealed\",\"generation\":" + generation + "}\n";
        files.write(file, note.getBytes(StandardCharsets.ISO_8859_1));
    }
}
