package dev.leapp.core.internal.workspace;

import dev.leapp.core.internal.workspace.key.KeySlot;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * The clear part of a sealed workspace: lines of text that people and {@code head} can read, with a checksum that tells a damaged
 * header from one for another machine. Lines of a kind that this version does not know are kept.
 *
 * <pre>
 * LEAPP-SEALED 1
 * slot machine salt=… key=…
 * secret-store keychain
 * check 1a2b3c4d
 *
 * </pre>
 *
 * <p>Text rather than JSON, so that the credential cache finds its key without loading a JSON library.
 */
final class SealedHeader {

    /** No header is longer, in bytes. */
    static final int MAX_BYTES = 16 * 1024;

    private static final String MAGIC = "LEAPP-SEALED ";
    private static final String FIRST_LINE = MAGIC + "1";
    private static final String SLOT = "slot ";
    private static final String SECRET_STORE = "secret-store ";
    private static final String CHECK = "check ";
    private static final Pattern LINE = Pattern.compile("[ -~]+");
    private static final Pattern OTHER_VERSION = Pattern.compile("LEAPP-SEALED ([0-9]{1,9})\n.*", Pattern.DOTALL);

    private final List<String> lines;

    private SealedHeader(List<String> lines) {
        this.lines = List.copyOf(lines);
    }

    /** Returns a header with these key slots. */
    static SealedHeader of(List<KeySlot> slots) {
        return new SealedHeader(List.of(FIRST_LINE)).withSlots(slots);
    }

    /** Reads the header at the beginning of a file; what follows it is not looked at. */
    static SealedHeader parse(byte[] file) throws UnreadableException {
        String start = new String(file, 0, Math.min(file.length, MAX_BYTES), StandardCharsets.ISO_8859_1);
        int end = start.indexOf("\n\n");
        if (!start.startsWith(FIRST_LINE + "\n") || end < 0) {
            throw notAHeader(start);
        }
        List<String> all = start.substring(0, end).lines().toList();
        SealedHeader header = new SealedHeader(all.subList(0, all.size() - 1));
        boolean whole = all.stream().allMatch(line -> LINE.matcher(line).matches());
        if (!whole || !start.startsWith(header.wholeText())) { // byte for byte: other bytes end a line, too
            throw UnreadableException.damaged("its header was altered");
        }
        return header;
    }

    List<KeySlot> slots() {
        return lines.stream().flatMap(line -> KeySlot.parse(line).stream()).toList();
    }

    /** Returns a header with other slots, which hold another key or the same one in other ways. */
    SealedHeader withSlots(List<KeySlot> slots) {
        List<String> next = new ArrayList<>(lines);
        next.removeIf(line -> line.startsWith(SLOT));
        next.addAll(1, slots.stream().map(KeySlot::toLine).toList());
        return new SealedHeader(next);
    }

    /** Returns a header that names the secret store, for whoever has to recover the workspace without its key. */
    SealedHeader withSecretStore(Optional<String> store) {
        List<String> next = new ArrayList<>(lines);
        next.removeIf(line -> line.startsWith(SECRET_STORE));
        store.filter(id -> id.matches("[!-~]{1,64}")).ifPresent(id -> next.add(SECRET_STORE + id));
        return new SealedHeader(next);
    }

    byte[] toBytes() {
        return wholeText().getBytes(StandardCharsets.ISO_8859_1);
    }

    private String wholeText() {
        return text() + checkLine() + "\n\n";
    }

    private String text() {
        return String.join("\n", lines) + "\n";
    }

    private String checkLine() {
        CRC32 crc = new CRC32();
        crc.update(text().getBytes(StandardCharsets.ISO_8859_1));
        return CHECK + HexFormat.of().toHexDigits((int) crc.getValue());
    }

    private static UnreadableException notAHeader(String start) {
        Matcher other = OTHER_VERSION.matcher(start);
        if (other.matches() && !start.startsWith(FIRST_LINE + "\n")) {
            String message = "its format has version " + other.group(1);
            return new UnreadableException(UnreadableException.Reason.NEWER_VERSION, message, null);
        }
        return UnreadableException.damaged(start.isEmpty() ? "it is empty" : "its header is not whole");
    }
}
