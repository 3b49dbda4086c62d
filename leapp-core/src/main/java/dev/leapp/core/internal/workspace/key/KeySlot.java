package dev.leapp.core.internal.workspace.key;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Base64;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.CRC32;

/**
 * One way to the workspace's key: the key, wrapped under something that this slot's kind knows how to find.
 *
 * @param kind such as {@code machine}
 * @param encodedSalt goes into the derivation of the wrapping key, in base64
 * @param encodedKey the workspace's key, sealed, in base64
 * @param facts what else stands in the slot's line, in its order
 */
public record KeySlot(String kind, String encodedSalt, String encodedKey, Map<String, String> facts) {

    static final String ADDED = "added";

    private static final String BASE64 = "(?:[A-Za-z0-9+/]{4})*(?:[A-Za-z0-9+/]{2}==|[A-Za-z0-9+/]{3}=)?";
    private static final Pattern FORM = Pattern.compile(
            "slot ([a-z][a-z0-9-]{0,31}) salt=(" + BASE64 + ") key=(" + BASE64 + ")((?: [a-z0-9-]+=[!-~]+)*)");

    private static final Pattern FACT = Pattern.compile(" ([a-z0-9-]+)=([!-~]+)");

    /** Copies the facts. */
    public KeySlot {
        facts = Collections.unmodifiableMap(new LinkedHashMap<>(facts));
    }

    static KeySlot of(String kind, byte[] salt, byte[] wrapped, Map<String, String> facts) {
        Base64.Encoder base64 = Base64.getEncoder();
        return new KeySlot(kind, base64.encodeToString(salt), base64.encodeToString(wrapped), facts);
    }

    /** Returns the slot that the line holds; nothing if it is another kind of line, or a slot of another form. */
    public static Optional<KeySlot> parse(String line) {
        Matcher matcher = FORM.matcher(line);
        return matcher.matches()
                ? Optional.of(
                        new KeySlot(matcher.group(1), matcher.group(2), matcher.group(3), facts(matcher.group(4))))
                : Optional.empty();
    }

    /** Returns what tells the slot from the others of its file: eight hexadecimal digits that hang on its salt. */
    public String id() {
        CRC32 crc = new CRC32();
        crc.update((kind + " " + encodedSalt).getBytes(StandardCharsets.ISO_8859_1));
        return HexFormat.of().toHexDigits((int) crc.getValue());
    }

    /** Returns the line that {@link #parse} reads. */
    public String toLine() {
        StringBuilder line = new StringBuilder("slot " + kind + " salt=" + encodedSalt + " key=" + encodedKey);
        facts.forEach((name, value) -> line.append(' ').append(name).append('=').append(value));
        return line.toString();
    }

    /** Returns the day on which it was added, if its line says so. */
    public Optional<LocalDate> added() {
        try {
            return fact(ADDED).map(LocalDate::parse);
        } catch (DateTimeException e) {
            return Optional.empty();
        }
    }

    Optional<String> fact(String name) {
        return Optional.ofNullable(facts.get(name));
    }

    byte[] salt() {
        return Base64.getDecoder().decode(encodedSalt);
    }

    byte[] wrapped() {
        return Base64.getDecoder().decode(encodedKey);
    }

    KeySlot with(byte[] wrapped) {
        return of(kind, salt(), wrapped, facts);
    }

    private static Map<String, String> facts(String text) {
        Map<String, String> facts = new LinkedHashMap<>();
        Matcher matcher = FACT.matcher(text);
        while (matcher.find()) {
            facts.put(matcher.group(1), matcher.group(2));
        }
        return facts;
    }
}
