package dev.leapp.core.session;

import java.util.regex.Pattern;

/**
 * How a session connects: a cloud provider and an access method, written {@code cloudProvider-accessMethod}, such as
 * {@code aws-iam-user}. Open: plug-ins bring their own.
 *
 * @param value the name in lower-case words joined by hyphens, at least two
 * @since 0.1
 */
public record SessionType(String value) {

    private static final Pattern FORM = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)+");

    /**
     * Checks the name.
     *
     * @param value the name
     * @throws IllegalArgumentException if it is not at least two lower-case words joined by hyphens
     */
    public SessionType {
        if (!FORM.matcher(value).matches()) {
            throw new IllegalArgumentException("Not a session type (cloudProvider-accessMethod): " + value);
        }
    }

    /**
     * Returns the part before the first hyphen, such as {@code aws}.
     *
     * @return the cloud provider
     */
    public String cloudProvider() {
        return value.substring(0, value.indexOf('-'));
    }

    /**
     * Returns the part after the first hyphen, such as {@code iam-user}.
     *
     * @return the access method
     */
    public String accessMethod() {
        return value.substring(value.indexOf('-') + 1);
    }

    @Override
    public String toString() {
        return value;
    }
}
