package dev.leapp.provider.aws.network;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SSLContext;

/** Answers GetSessionToken over TLS, with a certificate for {@link #HOST} and 127.0.0.1 that nobody knows. */
final class TlsSts implements AutoCloseable {

    /** An address for documentation: nobody is there, and no name has to be resolved. */
    static final String HOST = "192.0.2.1";

    private static final String PASSWORD = "changeit";

    private final Path store;
    private final HttpsServer server;
    private final List<String> proxyAuthorizations = new CopyOnWriteArrayList<>();
    private final List<String> calls = new CopyOnWriteArrayList<>();

    TlsSts(Path directory) throws IOException, GeneralSecurityException {
        store = directory.resolve("server.p12");
        keytool("-genkeypair", "-keyalg", "EC", "-dname", "CN=test", "-ext", "san=ip:" + HOST + ",ip:127.0.0.1");
        server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setHttpsConfigurator(new HttpsConfigurator(context()));
        server.createContext("/", this::answer);
        server.start();
    }

    int port() {
        return server.getAddress().getPort();
    }

    List<String> calls() {
        return calls;
    }

    /** What a server must never see. */
    List<String> proxyAuthorizations() {
        return proxyAuthorizations;
    }

    /** Writes the certificate as a PEM file. */
    Path certificate() throws IOException {
        Path pem = store.resolveSibling("ca.pem");
        keytool("-exportcert", "-rfc", "-file", pem.toString());
        return pem;
    }

    private void answer(HttpExchange exchange) throws IOException {
        try (exchange) {
            calls.add(new String(exchange.getRequestBody().readAllBytes(), UTF_8));
            proxyAuthorizations.addAll(exchange.getRequestHeaders().getOrDefault("Proxy-Authorization", List.of()));
            byte[] body = """
                    <GetSessionTokenResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><GetSessionTokenResult><Credentials>\
                    <AccessKeyId>ASIA1</AccessKeyId><SecretAccessKey>secret</SecretAccessKey><SessionToken>token</SessionToken>\
                    <Expiration>2126-11-23T11:00:00Z</Expiration></Credentials></GetSessionTokenResult></GetSessionTokenResponse>
                    """.getBytes(UTF_8);
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private SSLContext context() throws IOException, GeneralSecurityException {
        KeyStore keys = KeyStore.getInstance("PKCS12");
        try (InputStream stream = Files.newInputStream(store)) {
            keys.load(stream, PASSWORD.toCharArray());
        }
        KeyManagerFactory managers = KeyManagerFactory.getInstance(KeyManagerFactory.getDefaultAlgorithm());
        managers.init(keys, PASSWORD.toCharArray());
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(managers.getKeyManagers(), null, null);
        return context;
    }

    private void keytool(String... arguments) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "keytool").toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of(
                "-alias", "test", "-keystore", store.toString(), "-storetype", "PKCS12", "-storepass", PASSWORD));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("keytool: " + said);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
