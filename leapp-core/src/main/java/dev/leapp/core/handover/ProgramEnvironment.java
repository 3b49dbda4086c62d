package dev.leapp.core.handover;

import dev.leapp.core.credential.Secret;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The environment variables that give a program the credentials of sessions, and which ones it must not inherit. Immutable and
 * thread-safe; {@link #toString} shows names only.
 *
 * @since 0.1
 */
public final class ProgramEnvironment {

    private final Map<String, Secret> variables;
    private final Predicate<String> governed;

    /**
     * Describes an environment.
     *
     * @param variables what is set, in order
     * @param governed which inherited variables would mix with that
     */
    public ProgramEnvironment(Map<String, Secret> variables, Predicate<String> governed) {
        this.variables = Collections.unmodifiableMap(new LinkedHashMap<>(variables));
        this.governed = governed;
    }

    /**
     * Returns what is set.
     *
     * @return values by names, in the order to show them in
     */
    public Map<String, Secret> variables() {
        return variables;
    }

    /**
     * Tells whether a variable of the parent must go.
     *
     * @param name the variable's name
     * @return whether it would mix with what is set, and is not set itself
     */
    public boolean removes(String name) {
        return governed.test(name) && !variables.containsKey(name);
    }

    /**
     * Returns the whole environment of a program.
     *
     * @param parent what it would inherit
     * @return that without what must go, and with what is set; it holds secrets
     */
    public Map<String, String> over(Map<String, String> parent) {
        Map<String, String> whole = new LinkedHashMap<>(parent);
        whole.keySet().removeIf(governed);
        variables.forEach((name, value) -> whole.put(name, value.reveal()));
        return whole;
    }

    /** Returns the names of what is set. */
    @Override
    public String toString() {
        return "ProgramEnvironment" + variables.keySet();
    }
}
