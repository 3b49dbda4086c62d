package dev.leapp.core.credential;

import java.time.Duration;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a caller wants of a session's credentials. Two requests that ask for the same share one cache entry.
 *
 * <p>Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class CredentialRequest {

    private static final CredentialRequest STANDARD =
            new CredentialRequest(Collections.emptySortedMap(), Duration.ZERO);

    private final SortedMap<String, String> parameters;
    private final Duration minimumValidity;

    private CredentialRequest(SortedMap<String, String> parameters, Duration minimumValidity) {
        this.parameters = Collections.unmodifiableSortedMap(parameters);
        this.minimumValidity = minimumValidity;
    }

    /**
     * Returns the request that asks for nothing special.
     *
     * @return the standard request
     */
    public static CredentialRequest standard() {
        return STANDARD;
    }

    /**
     * Returns a request with one more parameter, such as a scope or a tenant; which there are depends on the access method.
     *
     * @param name the parameter's name
     * @param value its value
     * @return a new request
     */
    public CredentialRequest with(String name, String value) {
        SortedMap<String, String> more = new TreeMap<>(parameters);
        more.put(name, value);
        return new CredentialRequest(more, minimumValidity);
    }

    /**
     * Returns a request for credentials that stay valid for some time.
     *
     * @param validity what must remain at least
     * @return a new request
     */
    public CredentialRequest validFor(Duration validity) {
        return new CredentialRequest(new TreeMap<>(parameters), validity);
    }

    /**
     * Returns the parameters; they are the cache key.
     *
     * @return an unmodifiable map, sorted by name
     */
    public Map<String, String> parameters() {
        return parameters;
    }

    /**
     * Returns for how long the credentials must stay valid at least.
     *
     * @return the duration, zero if it doesn't matter
     */
    public Duration minimumValidity() {
        return minimumValidity;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CredentialRequest that
                && parameters.equals(that.parameters)
                && minimumValidity.equals(that.minimumValidity);
    }

    @Override
    public int hashCode() {
        return parameters.hashCode() * 31 + minimumValidity.hashCode();
    }

    @Override
    public String toString() {
        return "CredentialRequest" + parameters;
    }
}
