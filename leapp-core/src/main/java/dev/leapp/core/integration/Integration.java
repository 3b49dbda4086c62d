package dev.leapp.core.integration;

import dev.leapp.core.session.IntegrationId;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Where sessions come from: what a user may reach upstream is mapped to sessions by it. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class Integration {

    private final IntegrationId id;
    private final String alias;
    private final String type;
    private final Map<String, String> settings;

    /**
     * Creates an integration.
     *
     * @param id its id
     * @param alias what people call it
     * @param type what provides it, such as {@code aws-sso}
     * @param settings what its provider declared; never a secret
     */
    public Integration(IntegrationId id, String alias, String type, Map<String, String> settings) {
        this.id = id;
        this.alias = alias;
        this.type = type;
        this.settings = Collections.unmodifiableMap(new LinkedHashMap<>(settings));
    }

    /**
     * Returns the id.
     *
     * @return the id
     */
    public IntegrationId id() {
        return id;
    }

    /**
     * Returns what people call it.
     *
     * @return the alias
     */
    public String alias() {
        return alias;
    }

    /**
     * Returns what provides it.
     *
     * @return the type
     */
    public String type() {
        return type;
    }

    /**
     * Returns what its provider declared; never a secret.
     *
     * @return an unmodifiable map
     */
    public Map<String, String> settings() {
        return settings;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Integration that
                && id.equals(that.id)
                && alias.equals(that.alias)
                && type.equals(that.type)
                && settings.equals(that.settings);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    @Override
    public String toString() {
        return "Integration[" + alias + ", " + type + ", " + id + "]";
    }
}
