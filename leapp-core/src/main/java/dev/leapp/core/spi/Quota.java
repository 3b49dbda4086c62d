package dev.leapp.core.spi;

/**
 * How many calls an upstream service takes, from all who call it as the same customer.
 *
 * @param key what shares the quota: all integrations of one plug-in with the same key, in all processes of a user on a machine
 * @param perSecond how many calls to make in a second at most, more than zero
 * @since 0.1
 */
public record Quota(String key, double perSecond) {

    /**
     * Checks the rate.
     *
     * @param key what shares the quota
     * @param perSecond calls in a second
     * @throws IllegalArgumentException if the rate is not more than zero
     */
    public Quota {
        if (!(perSecond > 0)) {
            throw new IllegalArgumentException("Not a rate: " + perSecond);
        }
    }
}
