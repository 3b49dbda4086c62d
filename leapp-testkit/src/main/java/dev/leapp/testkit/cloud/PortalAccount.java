package dev.leapp.testkit.cloud;

import java.util.List;

/**
 * An AWS account that the user of a {@link LocalPortal} may reach.
 *
 * @param id twelve digits
 * @param name what people call it
 * @param email its e-mail address
 * @param roles the names of the roles that the user has in it
 * @since 0.1
 */
public record PortalAccount(String id, String name, String email, List<String> roles) {

    /**
     * Copies the roles.
     *
     * @param id twelve digits
     * @param name what people call it
     * @param email its e-mail address
     * @param roles the names of the roles
     */
    public PortalAccount {
        roles = List.copyOf(roles);
    }

    /**
     * Describes an account whose e-mail address does not matter.
     *
     * @param id twelve digits
     * @param name what people call it
     * @param roles the names of the roles that the user has in it
     * @return the account
     */
    public static PortalAccount of(String id, String name, String... roles) {
        return new PortalAccount(id, name, "aws+" + id + "@example.com", List.of(roles));
    }

    /**
     * Returns the account under another name.
     *
     * @param other the name
     * @return the same account otherwise
     */
    public PortalAccount renamed(String other) {
        return new PortalAccount(id, other, email, roles);
    }
}
