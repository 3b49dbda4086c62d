package dev.leapp.core.internal.integration.listing;

import dev.leapp.core.integration.UpstreamAccount;
import dev.leapp.core.integration.UpstreamSession;
import dev.leapp.core.session.SessionType;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The roles in an account as bytes. */
final class AccountCodec {

    private static final int WITHDRAWN = -1;

    private AccountCodec() {}

    static byte[] encode(AccountRoles account) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            text(out, account.account());
            out.writeInt(account.withdrawn() ? WITHDRAWN : account.roles().size());
            for (UpstreamSession role : account.roles()) {
                text(out, role.type().value());
                text(out, role.account().name());
                text(out, role.role());
                texts(out, role.settings());
                texts(out, role.labels());
            }
        } catch (IOException e) {
            throw new IllegalStateException("Memory can always be written", e);
        }
        return bytes.toByteArray();
    }

    /** Reads what {@link #encode} wrote, and nothing else has touched. */
    static AccountRoles decode(byte[] bytes) throws IOException {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            String account = text(in);
            List<UpstreamSession> roles = new ArrayList<>();
            int size = in.readInt();
            for (int left = size; left > 0; left--) {
                SessionType type = new SessionType(text(in));
                UpstreamSession.Builder role =
                        UpstreamSession.builder(type, new UpstreamAccount(account, text(in)), text(in));
                texts(in).forEach(role::setting);
                texts(in).forEach(role::label);
                roles.add(role.build());
            }
            return new AccountRoles(account, List.copyOf(roles), size == WITHDRAWN);
        }
    }

    private static void texts(DataOutputStream out, Map<String, String> texts) throws IOException {
        out.writeInt(texts.size());
        for (Map.Entry<String, String> entry : texts.entrySet()) {
            text(out, entry.getKey());
            text(out, entry.getValue());
        }
    }

    private static Map<String, String> texts(DataInputStream in) throws IOException {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int left = in.readInt(); left > 0; left--) {
            texts.put(text(in), text(in));
        }
        return texts;
    }

    private static void text(DataOutputStream out, String text) throws IOException {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(utf8.length);
        out.write(utf8);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }
}
