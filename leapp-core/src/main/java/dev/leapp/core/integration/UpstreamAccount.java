package dev.leapp.core.integration;

/**
 * What groups roles upstream: an AWS account, a subscription, a secrets engine.
 *
 * @param id what the upstream service calls it for ever, without a slash
 * @param name what people call it there; may change
 * @since 0.1
 */
public record UpstreamAccount(String id, String name) {

    /**
     * Checks the id.
     *
     * @param id the id
     * @param name the name
     * @throws IllegalArgumentException if the id is blank or holds a slash
     */
    public UpstreamAccount {
        if (id.isBlank() || id.indexOf('/') >= 0) {
            throw new IllegalArgumentException("An id of an upstream account can't be blank or hold a slash");
        }
    }
}
