package dev.leapp.core.internal.handover;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.leapp.core.handover.ServedSession;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Socket;
import java.net.URI;
import java.util.Optional;

/** A client on a bare socket, which can be as wrong as it likes. */
final class Client {

    private static final int TIMEOUT_MILLIS = 10_000;

    /** What came back; status 0 if the connection was closed without an answer. */
    record Answer(int status, String head, String body) {}

    private Client() {}

    static Answer get(ServedSession served) {
        return get(served, served.token().reveal());
    }

    static Answer get(ServedSession served, String token) {
        return send(served.address(), "GET", served.address().getAuthority(), "Authorization: " + token + "\r\n");
    }

    static Answer send(URI address, String method, String host, String headers) {
        return send(
                address,
                method + " " + address.getRawPath() + " HTTP/1.1\r\nHost: " + host + "\r\n" + headers + "\r\n");
    }

    static Answer send(URI address, String request) {
        try (Socket socket = connect(address)) {
            socket.getOutputStream().write(request.getBytes(US_ASCII));
            return answer(new String(socket.getInputStream().readAllBytes(), US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Socket connect(URI address) throws IOException {
        Socket socket = new Socket(address.getHost(), address.getPort());
        socket.setSoTimeout(TIMEOUT_MILLIS);
        return socket;
    }

    private static Answer answer(String text) {
        int end = text.indexOf("\r\n\r\n");
        String head = end < 0 ? text : text.substring(0, end);
        int status = Optional.of(head)
                .filter(line -> line.startsWith("HTTP/1.1 "))
                .map(line -> Integer.parseInt(line.substring(9, 12)))
                .orElse(0);
        return new Answer(status, head, end < 0 ? "" : text.substring(end + 4));
    }
}
