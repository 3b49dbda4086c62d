package dev.leapp.core.spi;

import dev.leapp.core.session.SessionType;
import java.util.List;
import java.util.Optional;

/**
 * What an access method is: its type, its name for people, and the fields that a user fills in. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class AccessMethodDescriptor {

    private final SessionType type;
    private final String displayName;
    private final List<FieldSpec> fields;

    /**
     * Describes an access method.
     *
     * @param type the type of its sessions
     * @param displayName its name for people
     * @param fields what a user fills in, in this order
     */
    public AccessMethodDescriptor(SessionType type, String displayName, List<FieldSpec> fields) {
        this.type = type;
        this.displayName = displayName;
        this.fields = List.copyOf(fields);
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
