package dev.leapp.provider.aws.network;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A proxy that asks who uses it, by Basic authentication. Whatever host is asked for by CONNECT, it leads to one and the same server; what is asked for in
 * clear it answers itself.
 */
final class LocalProxy implements AutoCloseable {

    private final ServerSocket listening;
    private final String authorization;
    private final int target;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final List<String> asked = new CopyOnWriteArrayList<>();
    private final List<String> refused = new CopyOnWriteArrayList<>();

    LocalProxy(String login, int target) throws IOException {
        this.listening = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.authorization = "Basic " + Base64.getEncoder().encodeToString(login.getBytes(ISO_8859_1));
        this.target = target;
        threads.execute(this::listen);
    }

    int port() {
        return listening.getLocalPort();
    }

    /** The first lines of requests that were let through. */
    List<String> asked() {
        return asked;
    }

    /** The first lines of requests that were not. */
    List<String> refused() {
        return refused;
    }

    private void listen() {
        while (!listening.isClosed()) {
            try {
                Socket client = listening.accept();
                threads.execute(() -> serve(client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            String head = head(client.getInputStream());
            String first = head.lines().findFirst().orElse("");
            Optional<String> who = head.lines()
                    .filter(line -> line.toLowerCase(Locale.ROOT).startsWith("proxy-authorization: "))
                    .map(line -> line.substring(line.indexOf(' ') + 1))
                    .findFirst();
            if (!who.equals(Optional.of(authorization))) {
                refused.add(first);
                say(
                        client,
                        "HTTP/1.1 407 Who are you?\r\nProxy-Authenticate: Basic realm=\"x\"\r\nContent-Length: 0\r\n\r\n");
                return;
            }
            asked.add(first);
            if (first.startsWith("CONNECT ")) {
                tunnel(client);
            } else {
                say(client, "HTTP/1.1 200 OK\r\nContent-Length: 0\r\nConnection: close\r\n\r\n");
            }
        } catch (IOException e) {
            // the client went away
        }
    }

    private void tunnel(Socket client) throws IOException {
        try (Socket server = new Socket(InetAddress.getLoopbackAddress(), target)) {
            say(client, "HTTP/1.1 200 Connection established\r\n\r\n");
            threads.execute(() -> pass(server, client));
            client.getInputStream().transferTo(server.getOutputStream());
        }
    }

    private static void pass(Socket from, Socket to) {
        try {
            from.getInputStream().transferTo(to.getOutputStream());
            to.shutdownOutput();
        } catch (IOException e) {
            // one of them went away
        }
    }

    private static void say(Socket client, String text) throws IOException {
        OutputStream out = client.getOutputStream();
        out.write(text.getBytes(ISO_8859_1));
        out.flush();
    }

    private static String head(InputStream in) throws IOException {
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            if (next < 0) {
                throw new IOException("no request");
            }
            head.append((char) next);
        }
        return head.toString();
    }

    @Override
    public void close() throws IOException {
        listening.close();
        threads.shutdownNow();
    }
}
