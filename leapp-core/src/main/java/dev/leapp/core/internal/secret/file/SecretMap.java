package dev.leapp.core.internal.secret.file;

import dev.leapp.core.internal.crypto.Bytes;
import dev.leapp.core.port.SecretName;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The secrets by account while the file is open: encoded as a count, then name and value, each behind its length. */
final class SecretMap implements AutoCloseable {

    private final Map<String, byte[]> values = new TreeMap<>();

    /** Decodes what {@link #encoded()} made; empty if it is anything else. */
    static Optional<SecretMap> decode(byte[] plain) {
        SecretMap map = new SecretMap();
        try {
            ByteBuffer in = ByteBuffer.wrap(plain);
            int count = in.getInt();
            for (int i = 0; i < count; i++) {
                byte[] account = field(in);
                map.values.put(new String(account, StandardCharsets.UTF_8), field(in));
            }
            return in.hasRemaining() || map.values.size() != count ? Optional.empty() : Optional.of(map);
        } catch (BufferUnderflowException cut) {
            map.close();
            return Optional.empty();
        }
    }

    byte[] encoded() {
        int length = Integer.BYTES;
        for (Map.Entry<String, byte[]> entry : values.entrySet()) {
            length += 2 * Integer.BYTES + utf8(entry.getKey()).length + entry.getValue().length;
        }
        ByteBuffer out = ByteBuffer.wrap(new byte[length]).putInt(values.size());
        values.forEach((account, value) -> {
            byte[] name = utf8(account);
            out.putInt(name.length).put(name).putInt(value.length).put(value);
        });
        return out.array();
    }

    byte @Nullable [] get(String account) {
        return values.get(account);
    }

    /** Keeps the array itself, and wipes it on close. */
    void put(String account, byte[] value) {
        wipe(values.put(account, value));
    }

    boolean remove(String account) {
        byte[] gone = values.remove(account);
        wipe(gone);
        return gone != null;
    }

    Set<SecretName> names() {
        return values.keySet().stream().map(SecretName::new).collect(Collectors.toUnmodifiableSet());
    }

    boolean isEmpty() {
        return values.isEmpty();
    }

    @Override
    public void close() {
        values.values().forEach(Bytes::wipe);
        values.clear();
    }

    private static void wipe(byte @Nullable [] value) {
        if (value != null) {
            Bytes.wipe(value);
        }
    }

    private static byte[] field(ByteBuffer in) {
        int length = in.getInt();
        if (length < 0 || length > in.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return bytes;
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
