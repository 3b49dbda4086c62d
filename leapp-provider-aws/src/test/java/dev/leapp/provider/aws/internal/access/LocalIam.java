package dev.leapp.provider.aws.internal.access;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The access keys of one user, as IAM and STS know them. It takes whoever names a key that is active and known by now; signatures are not
 * checked.
 */
final class LocalIam implements AutoCloseable {

    static final String FIRST = "AKIAFIRST0000000";

    private static final Pattern CREDENTIAL = Pattern.compile("Credential=([A-Z0-9]+)/\\d{8}/([a-z0-9-]+)/");

    /** What there is of a key. */
    static final class Key {
        final String id;
        final Instant createdAt;
        boolean active = true;
        boolean used;
        int unknownFor;

        Key(String id, Instant createdAt) {
            this.id = id;
            this.createdAt = createdAt;
        }
    }

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Key> keys = new LinkedHashMap<>();
    private final List<String> calls = new ArrayList<>();
    private int created;
    private int newKeysAreUnknownFor;
    private Predicate<String> denied = action -> false;
    private boolean wantsMfa;

    LocalIam(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", this::answer);
        server.start();
        add(FIRST).used = true;
    }

    String url() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    synchronized Key add(String id) {
        Key key = new Key(id, clock.instant());
        keys.put(id, key);
        return key;
    }

    synchronized List<Key> keys() {
        return List.copyOf(keys.values());
    }

    synchronized boolean works(String id) {
        return keys.containsKey(id) && key(id).active;
    }

    /** The actions so far, each with the key that asked. */
    synchronized List<String> calls() {
        return List.copyOf(calls);
    }

    synchronized void deny(Predicate<String> actions) {
        denied = actions;
    }

    synchronized void newKeysAreUnknownFor(int requests) {
        newKeysAreUnknownFor = requests;
    }

    synchronized void wantsMfa() {
        wantsMfa = true;
    }

    private synchronized void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            Map<String, String> form = form(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            String action = form.getOrDefault("Action", "");
            Matcher signed = CREDENTIAL.matcher(
                    Optional.ofNullable(exchange.getRequestHeaders().getFirst("Authorization"))
                            .orElse(""));
            String caller = signed.find() ? signed.group(1) : "";
            boolean sts = action.equals("GetCallerIdentity") || action.equals("GetSessionToken");
            calls.add(action + " by " + caller);
            if (!sts && !signed.group(2).equals("us-east-1")) {
                send(exchange, 403, error("SignatureDoesNotMatch"));
            } else if (!isKnown(base(caller))) {
                send(exchange, 403, error("InvalidClientTokenId"));
            } else if (denied.test(action) || (wantsMfa && !sts && !caller.startsWith("ASIA"))) {
                send(exchange, 403, error("AccessDenied"));
            } else {
                perform(exchange, action, form, base(caller));
            }
        }
    }

    /** A session token's key is called as its user's is, with another beginning. */
    private static String base(String caller) {
        return caller.replaceFirst("^ASIA", "AKIA");
    }

    private Key key(String id) {
        return Objects.requireNonNull(keys.get(id), id);
    }

    private boolean isKnown(String id) {
        Key key = keys.get(id);
        if (key == null || !key.active) {
            return false;
        }
        return key.unknownFor-- <= 0;
    }

    private void perform(HttpExchange exchange, String action, Map<String, String> form, String caller)
            throws IOException {
        key(caller).used = true;
        String id = form.getOrDefault("AccessKeyId", "");
        switch (action) {
            case "GetCallerIdentity" ->
                send(exchange, 200, result(action, "<Arn>arn:aws:iam::123456789012:user/ops</Arn>"));
            case "GetSessionToken" ->
                send(
                        exchange,
                        200,
                        result(
                                action,
                                "<Credentials><AccessKeyId>" + caller.replaceFirst("^AKIA", "ASIA")
                                        + "</AccessKeyId><SecretAccessKey>s</SecretAccessKey><SessionToken>t</SessionToken>"
                                        + "<Expiration>2126-01-01T00:00:00Z</Expiration></Credentials>"));
            case "ListAccessKeys" -> send(exchange, 200, result(action, listed()));
            case "CreateAccessKey" -> create(exchange, action);
            case "GetAccessKeyLastUsed" ->
                send(
                        exchange,
                        200,
                        result(
                                action,
                                "<UserName>ops</UserName><AccessKeyLastUsed>"
                                        + (key(id).used ? "<LastUsedDate>2026-11-23T10:00:00Z</LastUsedDate>" : "")
                                        + "<ServiceName>N/A</ServiceName><Region>N/A</Region></AccessKeyLastUsed>"));
            case "UpdateAccessKey", "DeleteAccessKey" -> change(exchange, action, id);
            default -> send(exchange, 400, error("InvalidAction"));
        }
    }

    private void create(HttpExchange exchange, String action) throws IOException {
        if (keys.size() == 2) {
            send(exchange, 409, error("LimitExceeded"));
            return;
        }
        Key key = add("AKIANEW" + String.format("%09d", ++created));
        key.unknownFor = newKeysAreUnknownFor;
        send(
                exchange,
                200,
                result(
                        action,
                        "<AccessKey><UserName>ops</UserName><AccessKeyId>" + key.id
                                + "</AccessKeyId><Status>Active</Status><SecretAccessKey>secret-of-" + key.id
                                + "</SecretAccessKey></AccessKey>"));
    }

    private void change(HttpExchange exchange, String action, String id) throws IOException {
        if (!keys.containsKey(id)) {
            send(exchange, 404, error("NoSuchEntity"));
            return;
        }
        if (action.equals("DeleteAccessKey")) {
            keys.remove(id);
        } else {
            key(id).active = false;
        }
        send(exchange, 200, result(action, ""));
    }

    private String listed() {
        StringBuilder members = new StringBuilder();
        keys.values()
                .forEach(key -> members.append("<member><UserName>ops</UserName><AccessKeyId>")
                        .append(key.id)
                        .append("</AccessKeyId><Status>")
                        .append(key.active ? "Active" : "Inactive")
                        .append("</Status><CreateDate>")
                        .append(key.createdAt)
                        .append("</CreateDate></member>"));
        return "<AccessKeyMetadata>" + members + "</AccessKeyMetadata><IsTruncated>false</IsTruncated>";
    }

    private static String result(String action, String content) {
        return "<" + action + "Response><" + action + "Result>" + content + "</" + action
                + "Result><ResponseMetadata><RequestId>r</RequestId></ResponseMetadata></" + action + "Response>";
    }

    private static String error(String code) {
        return "<ErrorResponse><Error><Type>Sender</Type><Code>" + code + "</Code><Message>no</Message></Error>"
                + "<RequestId>r</RequestId></ErrorResponse>";
    }

    private static void send(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "text/xml");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
    }

    private static Map<String, String> form(String body) {
        Map<String, String> form = new HashMap<>();
        Pattern.compile("&").splitAsStream(body).forEach(pair -> {
            int equals = pair.indexOf('=');
            form.put(
                    URLDecoder.decode(pair.substring(0, Math.max(0, equals)), UTF_8),
                    URLDecoder.decode(pair.substring(equals + 1), UTF_8));
        });
        return form;
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
