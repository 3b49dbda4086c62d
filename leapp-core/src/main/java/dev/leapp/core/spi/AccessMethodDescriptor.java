package dev.leapp.core.spi;

import dev.leapp.core.session.SessionType;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What an access method is: its type, its name for people, and the fields that a user fills in. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class AccessMethodDescriptor {

    private final SessionType type;
    private final String displayName;
    private final List<FieldSpec> fields;
    private final Set<String> furtherAccounts;

    /**
     * Describes an access method.
     *
     * @param type the type of its sessions
     * @param displayName its name for people
     * @param fields what a user fills in, in this order
     */
    public AccessMethodDescriptor(SessionType type, String displayName, List<FieldSpec> fields) {
        this(type, displayName, fields, Set.of());
    }

    private AccessMethodDescriptor(
            SessionType type, String displayName, List<FieldSpec> fields, Set<String> furtherAccounts) {
        this.type = type;
        this.displayName = displayName;
        this.fields = List.copyOf(fields);
        this.furtherAccounts = Set.copyOf(furtherAccounts);
    }

    /**
     * Returns the same description of an access method whose sessions keep secrets that no field holds.
     *
     * @param accounts the ends of their account names in the secret store
     * @return a new description
     */
    public AccessMethodDescriptor withFurtherSecretAccounts(Set<String> accounts) {
        return new AccessMethodDescriptor(type, displayName, fields, accounts);
    }

    /**
     * Returns where its sessions' secrets are kept: those of the fields, and others.
     *
     * @return the ends of their account names in the secret store
     */
    public Set<String> secretAccounts() {
        Set<String> accounts = new LinkedHashSet<>();
        fields.forEach(field -> field.secretAccount().ifPresent(accounts::add));
        accounts.addAll(furtherAccounts);
        return Collections.unmodifiableSet(accounts);
    }

    /**
     * Returns the type of its sessions.
     *
     * @return the type
     */
    public SessionType type() {
        return type;
    }

    /**
     * Returns its name for people.
     *
     * @return the name, such as {@code IAM User}
     */
    public String displayName() {
        return displayName;
    }

    /**
     * Returns what a user fills in.
     *
     * @return an unmodifiable list in the order to ask
     */
    public List<FieldSpec> fields() {
        return fields;
    }

    /**
     * Returns a field.
     *
     * @param name its name
     * @return the field, empty if there is none
     */
    public Optional<FieldSpec> field(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    @Override
    public String toString() {
        return "AccessMethodDescriptor[" + type + "]";
    }
}
