package dev.leapp.cli.process;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Finds secrets wherever they sing: as they are, in base64 at any offset, in hex, URL-encoded, in UTF-16. */
final class Canary {

    private static final int BITS = 6;

    private final Map<String, Set<String>> forms = new LinkedHashMap<>();

    /** Looks for a secret from now on; several may have one name. */
    Canary add(String name, String secret) {
        Set<String> found = new TreeSet<>();
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            byte[] bytes = secret.getBytes(charset);
            found.add(new String(bytes, StandardCharsets.ISO_8859_1));
            found.add(HexFormat.of().formatHex(bytes));
            found.add(HexFormat.of().withUpperCase().formatHex(bytes));
            for (int offset = 0; offset < 3; offset++) {
                found.add(base64(bytes, offset, Base64.getEncoder()));
                found.add(base64(bytes, offset, Base64.getUrlEncoder()));
            }
        }
        String url = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        found.add(url);
        found.add(url.replace("+", "%20"));
        found.add(url.toLowerCase(Locale.ROOT));
        found.add(secret.replace("/", "\\/"));
        forms.computeIfAbsent(name, secrets -> new TreeSet<>()).addAll(found);
        return this;
    }

    /** The characters that the secret's own bits determine, whatever stands around it. */
    private static String base64(byte[] secret, int offset, Base64.Encoder encoder) {
        byte[] shifted = new byte[offset + secret.length];
        System.arraycopy(secret, 0, shifted, offset, secret.length);
        int from = (offset * Byte.SIZE + BITS - 1) / BITS;
        int to = shifted.length * Byte.SIZE / BITS;
        return encoder.encodeToString(shifted).substring(from, to);
    }

    /** Returns the names of the secrets that a text of one character for each byte contains. */
    Set<String> in(String bytes) {
        return forms.entrySet().stream()
                .filter(secret -> secret.getValue().stream().anyMatch(bytes::contains))
                .map(Map.Entry::getKey)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns where secrets are, among named texts, apart from those that may have them. */
    List<String> in(Map<String, String> texts, Predicate<Map.Entry<String, String>> allowed) {
        return texts.entrySet().stream()
                .filter(text -> !in(text.getValue()).isEmpty())
                .filter(text -> !allowed.test(text))
                .map(text -> in(text.getValue()) + " in " + text.getKey())
                .toList();
    }
}
