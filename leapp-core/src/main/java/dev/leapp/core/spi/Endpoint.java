package dev.leapp.core.spi;

import java.net.URI;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A place on the network that a plug-in needs, for whoever wants to know whether it can be reached. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Endpoint {

    private static final Set<String> WEB = Set.of("http", "https");

    private final URI address;
    private final String purpose;

    private Endpoint(URI address, String purpose) {
        this.address = address;
        this.purpose = purpose;
    }

    /**
     * Returns a place that speaks HTTP. Whoever tries it asks for its root and takes any answer for a good one.
     *
     * @param url an http or https URL; only scheme, host and port are used
     * @param purpose what it is needed for, such as {@code AWS STS in eu-west-1}
     * @return the place
     * @throws IllegalArgumentException if it is no such URL
     */
    public static Endpoint http(URI url, String purpose) {
        if (url.getHost() == null || !WEB.contains(url.getScheme())) {
            throw new IllegalArgumentException("Not an http or https URL with a host");
        }
        return new Endpoint(root(url.getScheme(), url.getHost(), url.getPort()), purpose);
    }

    /**
     * Returns a place that only listens. Whoever tries it connects and sends nothing.
     *
     * @param host its name or address
     * @param port its TCP port
     * @param purpose what it is needed for
     * @return the place
     * @throws IllegalArgumentException if there is no such port or host
     */
    public static Endpoint tcp(String host, int port, String purpose) {
        if (host.isBlank() || port < 1 || port > 65_535) {
            throw new IllegalArgumentException("Not a host and a TCP port");
        }
        return new Endpoint(root("tcp", host, port), purpose);
    }

    private static URI root(String scheme, String host, int port) {
        return URI.create(scheme + "://" + host + (port < 0 ? "" : ":" + port));
    }

    /**
     * Returns where it is.
     *
     * @return a URI of scheme, host and perhaps port; the scheme is {@code http}, {@code https} or {@code tcp}
     */
    public URI address() {
        return address;
    }

    /**
     * Returns what it is needed for.
     *
     * @return a few words for people
     */
    public String purpose() {
        return purpose;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Endpoint that && address.equals(that.address) && purpose.equals(that.purpose);
    }

    @Override
    public int hashCode() {
        return address.hashCode() * 31 + purpose.hashCode();
    }

    @Override
    public String toString() {
        return purpose + " (" + address + ")";
    }
}
