package dev.leapp.core.spi;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.nio.charset.StandardCharsets;

/** Connects through a proxy that wants to know who uses it, by CONNECT. */
final class TunnelSocket extends Socket {

    private static final int LONGEST_ANSWER = 16 * 1024;

    private final HttpProxy proxy;
    private final String authorization;

    TunnelSocket(HttpProxy proxy, String authorization) {
        this.proxy = proxy;
        this.authorization = authorization;
    }

    @Override
    public void connect(SocketAddress target, int timeout) throws IOException {
        InetSocketAddress there = (InetSocketAddress) target;
        super.connect(new InetSocketAddress(proxy.host(), proxy.port()), timeout);
        int before = getSoTimeout();
        try {
            setSoTimeout(timeout);
            ask(there.getHostString() + ":" + there.getPort());
        } catch (IOException e) {
            close();
            throw e;
        }
        setSoTimeout(before);
    }

    private void ask(String authority) throws IOException {
        String request = "CONNECT " + authority + " HTTP/1.1\r\nHost: " + authority + "\r\nProxy-Authorization: "
                + authorization + "\r\n\r\n";
        getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
        getOutputStream().flush();
        String status = answer(getInputStream()).lines().findFirst().orElse("");
        if (!status.matches("HTTP/1\\.[01] 2\\d\\d.*")) {
            throw new IOException("Unable to tunnel through proxy. Proxy returns \"" + status + "\"");
        }
    }

    /** Byte by byte: what follows the empty line belongs to TLS. */
    private static String answer(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (!endsWithEmptyLine(head)) {
            int next = in.read();
            if (next < 0 || head.length() > LONGEST_ANSWER) {
                throw new IOException("Unable to tunnel through proxy: it gives no answer");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    private static boolean endsWithEmptyLine(StringBuilder head) {
        int length = head.length();
        return length >= 4 && head.substring(length - 4).equals("\r\n\r\n");
    }
}
