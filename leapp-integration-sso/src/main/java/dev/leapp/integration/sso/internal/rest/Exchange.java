package dev.leapp.integration.sso.internal.rest;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One request and its answer; the bytes of both are wiped. */
record Exchange(Json json, String method, Map<String, String> headers, Map<String, ?> body) {

    private static final int MOST_BYTES = 4 * 1024 * 1024;
    private static final int ERRORS = 400;

    /** In front of it there may be a name space, behind it a URL. */
    private static final Pattern CODE = Pattern.compile("(?:[^#:]*#)?([A-Za-z_]{1,64})(?::.*)?");

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9-]{1,64}");
    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,6}");

    Reply over(HttpURLConnection connection) throws IOException {
        connection.setRequestMethod(method);
        connection.setRequestProperty("Accept", "application/json");
        setHeaders(connection);
        if (method.equals("POST")) {
            send(connection);
        }
        int status = connection.getResponseCode();
        return reply(connection, status, received(connection, status));
    }

    /** What the library says of a value that it does not like holds the value. */
    private void setHeaders(HttpURLConnection connection) throws IOException {
        try {
            headers.forEach(connection::setRequestProperty);
        } catch (IllegalArgumentException e) {
            throw new IOException("a header of the request can't be sent");
        }
    }

    /**
     * Sends the body once: without a fixed length the library would send it again if the connection ended without an answer. What it costs
     * is the body of an answer 401; its head is there.
     */
    private void send(HttpURLConnection connection) throws IOException {
        byte[] bytes = json.write(body);
        try {
            connection.setDoOutput(true);
            connection.setFixedLengthStreamingMode(bytes.length);
            connection.setRequestProperty("Content-Type", "application/json");
            try (OutputStream out = connection.getOutputStream()) {
                out.write(bytes);
            }
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private Optional<Answer> received(HttpURLConnection connection, int status) throws IOException {
        try (InputStream in = body(connection, status)) {
            byte[] bytes = in.readNBytes(MOST_BYTES);
            try {
                return json.read(bytes);
            } finally {
                Arrays.fill(bytes, (byte) 0);
            }
        }
    }

    static InputStream body(HttpURLConnection connection, int status) throws IOException {
        InputStream in = status >= ERRORS ? connection.getErrorStream() : connection.getInputStream();
        return in == null ? InputStream.nullInputStream() : in;
    }

    private static Reply reply(HttpURLConnection connection, int status, Optional<Answer> body) {
        return new Reply(
                status,
                status < ERRORS ? "" : code(connection, body),
                matching(ID, connection.getHeaderField("x-amzn-RequestId")),
                matching(SECONDS, connection.getHeaderField("Retry-After"))
                        .map(Long::parseLong)
                        .map(Duration::ofSeconds),
                body);
    }

    private static String code(HttpURLConnection connection, Optional<Answer> body) {
        return Stream.concat(
                        Optional.ofNullable(connection.getHeaderField("x-amzn-ErrorType")).stream(),
                        Stream.of("__type", "code", "error")
                                .flatMap(name -> body.flatMap(answer -> answer.text(name)).stream()))
                .map(CODE::matcher)
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .findFirst()
                .orElse("");
    }

    private static Optional<String> matching(Pattern pattern, @Nullable String text) {
        return Optional.ofNullable(text).filter(value -> pattern.matcher(value).matches());
    }
}
