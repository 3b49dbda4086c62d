package dev.leapp.core.spi;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Makes TLS connections through a proxy that wants to know who uses it.
 *
 * <p>Java itself does not tell a proxy on the way to an HTTPS server, unless a property of the whole JVM allows that. What it calls to get
 * a socket without a proxy is this; the socket goes to the proxy, and TLS is laid over it.
 */
final class TunnelFactory extends SSLSocketFactory {

    private final SSLSocketFactory tls;
    private final HttpProxy proxy;
    private final String authorization;

    TunnelFactory(SSLSocketFactory tls, HttpProxy proxy, String authorization) {
        this.tls = tls;
        this.proxy = proxy;
        this.authorization = authorization;
    }

    @Override
    public Socket createSocket() {
        return new TunnelSocket(proxy, authorization);
    }

    @Override
    public Socket createSocket(Socket socket, String host, int port, boolean autoClose) throws IOException {
        return tls.createSocket(socket, host, port, autoClose);
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Socket createSocket(InetAddress address, int port, InetAddress localAddress, int localPort) {
        throw new UnsupportedOperationException();
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return tls.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return tls.getSupportedCipherSuites();
    }
}
