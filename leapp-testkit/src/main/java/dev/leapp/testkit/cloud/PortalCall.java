package dev.leapp.testkit.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call that a {@link LocalPortal} received, whether it was answered or refused.
 *
 * @param method the HTTP method
 * @param path the path, such as {@code /assignment/roles}
 * @param parameters all parameters, of the query and of the body; those of a list are joined by a space
 * @since 0.1
 */
public record PortalCall(String method, String path, Map<String, String> parameters) {

    /**
     * Copies the parameters.
     *
     * @param method the HTTP method
     * @param path the path
     * @param parameters all parameters
     */
    public PortalCall {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Returns a parameter.
     *
     * @param name its name, such as {@code grantType} or {@code account_id}
     * @return its value, empty if the call has none
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Returns the path and the names of the parameters; among the values may be a token. */
    @Override
    public String toString() {
        return "PortalCall[" + method + " " + path + ", " + new TreeMap<>(parameters).keySet() + "]";
    }
}
