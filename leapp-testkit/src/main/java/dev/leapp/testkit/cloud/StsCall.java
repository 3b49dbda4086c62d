package dev.leapp.testkit.cloud;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A call that a {@link LocalSts} received, whether it was answered or refused.
 *
 * @param action the action, such as {@code GetSessionToken}
 * @param accessKeyId by which access key it was signed, empty text if it was not signed
 * @param parameters all parameters of the request
 * @since 0.1
 */
public record StsCall(String action, String accessKeyId, Map<String, String> parameters) {

    /**
     * Copies the parameters.
     *
     * @param action the action
     * @param accessKeyId by which access key it was signed
     * @param parameters all parameters of the request
     */
    public StsCall {
        parameters = Map.copyOf(parameters);
    }

    /**
     * Returns a parameter.
     *
     * @param name its name, such as {@code SerialNumber}
     * @return its value, empty if the request has none
     */
    public Optional<String> parameter(String name) {
        return Optional.ofNullable(parameters.get(name));
    }

    /** Returns the action and the names of the parameters; among the values may be an MFA code. */
    @Override
    public String toString() {
        return "StsCall[" + action + ", " + accessKeyId + ", " + new TreeMap<>(parameters).keySet() + "]";
    }
}
