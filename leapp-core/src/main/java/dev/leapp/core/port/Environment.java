package dev.leapp.core.port;

import java.util.Map;
import java.util.Optional;

/**
 * The environment variables that Leapp may see. Nothing reads the process's own behind the embedder's back.
 *
 * @since 0.1
 */
@FunctionalInterface
public interface Environment {

    /**
     * Returns a variable.
     *
     * @param name its name
     * @return its value, empty if it is not set or empty
     */
    Optional<String> get(String name);

    /**
     * Returns an environment with the given variables.
     *
     * @param variables the variables; copied
     * @return the environment
     */
    static Environment of(Map<String, String> variables) {
        Map<String, String> copy = Map.copyOf(variables);
        return name -> Optional.ofNullable(copy.get(name)).filter(value -> !value.isEmpty());
    }
}
