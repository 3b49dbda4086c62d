package dev.leapp.core.session;

/**
 * Names an integration for ever; what is renamed keeps its id. New ids are random UUIDs (version 4).
 *
 * @param value the id, not blank
 * @since 0.1
 */
public record IntegrationId(String value) {

    /**
     * Checks the id.
     *
     * @param value the id
     * @throws IllegalArgumentException if it is blank
     */
    public IntegrationId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("An id of an integration can't be blank");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
