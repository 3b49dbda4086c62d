package dev.leapp.core.internal.cache;

import dev.leapp.core.credential.CredentialKind;
import dev.leapp.core.credential.Credentials;
import dev.leapp.core.credential.Secret;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;

/** Credentials as bytes: JDK only, because the hot path reads them. */
final class CredentialCodec {

    private static final int VERSION = 1;
    private static final int LONGEST = 1 << 20;

    private CredentialCodec() {}

    static byte[] encode(Credentials credentials) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            text(out, credentials.kind().value());
            instant(out, credentials.issuedAt());
            out.writeBoolean(credentials.expiresAt().isPresent());
            if (credentials.expiresAt().isPresent()) {
                instant(out, credentials.expiresAt().get());
            }
            text(out, credentials.handle().orElse(""));
            out.writeInt(credentials.attributes().size());
            for (Map.Entry<String, String> attribute : credentials.attributes().entrySet()) {
                text(out, attribute.getKey());
                text(out, attribute.getValue());
            }
            out.writeInt(credentials.secrets().size());
            for (Map.Entry<String, Secret> secret : credentials.secrets().entrySet()) {
                text(out, secret.getKey());
                bytes(out, secret.getValue().revealUtf8());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    static Credentials decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readByte() != VERSION) {
                throw new IOException("another version");
            }
            Credentials.Builder builder = Credentials.builder(new CredentialKind(text(in)), instant(in));
            if (in.readBoolean()) {
                builder.expiresAt(instant(in));
            }
            String handle = text(in);
            if (!handle.isEmpty()) {
                builder.handle(handle);
            }
            for (int left = in.readInt(); left > 0; left--) {
                builder.attribute(text(in), text(in));
            }
            for (int left = in.readInt(); left > 0; left--) {
                builder.secret(text(in), Secret.ofUtf8(bytes(in)));
            }
            return builder.build();
        }
    }

    private static void instant(DataOutputStream out, Instant instant) throws IOException {
        out.writeLong(instant.getEpochSecond());
        out.writeInt(instant.getNano());
    }

    private static Instant instant(DataInputStream in) throws IOException {
        return Instant.ofEpochSecond(in.readLong(), in.readInt());
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        bytes(out, text.getBytes(StandardCharsets.UTF_8));
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(bytes(in), StandardCharsets.UTF_8);
    }

    private static void bytes(DataOutputStream out, byte[] bytes) throws IOException {
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static byte[] bytes(DataInputStream in) throws IOException {
        int length = in.readInt();
        if (length < 0 || length > LONGEST) {
            throw new IOException("not a length: " + length);
        }
        byte[] bytes = new byte[length];
        in.readFully(bytes);
        return bytes;
    }
}
