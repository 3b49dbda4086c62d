package dev.leapp.core.spi;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What integrations of a type are: the type, its name for people, and the fields that a user fills in. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class IntegrationDescriptor {

    /** The template of names unless the integration has another one: {@value}. */
    public static final String DEFAULT_TEMPLATE = "{account}-{role}";

    /** The field that makes the names of new sessions and of their profiles; every integration has it: {@value}. */
    public static final String PROFILE_TEMPLATE = "profileTemplate";

    /** The field that is the region of new sessions, else they get the workspace's default; every integration has it: {@value}. */
    public static final String SESSION_REGION = "sessionRegion";

    private final String type;
    private final String displayName;
    private final List<FieldSpec> fields;
    private final Set<String> loginFields;
    private final Set<String> labels;

    /**
     * Describes integrations. The fields {@link #PROFILE_TEMPLATE} and {@link #SESSION_REGION} follow the provider's own, unless it
     * declares such ones itself.
     *
     * @param type their type, such as {@code aws-sso}
     * @param displayName its name for people
     * @param fields what a user fills in, in this order; never a secret
     * @param loginFields the names of the fields that a login depends on: a change of one forgets it
     */
    public IntegrationDescriptor(String type, String displayName, List<FieldSpec> fields, Set<String> loginFields) {
        this(type, displayName, fields, loginFields, Set.of());
    }

    /**
     * Describes integrations whose sessions have labels. The fields {@link #PROFILE_TEMPLATE} and {@link #SESSION_REGION} follow the
     * provider's own, unless it declares such ones itself.
     *
     * @param type their type, such as {@code aws-sso}
     * @param displayName its name for people
     * @param fields what a user fills in, in this order; never a secret
     * @param loginFields the names of the fields that a login depends on: a change of one forgets it
     * @param labels the names of the labels that its sessions may have: templates of names may use them
     */
    public IntegrationDescriptor(
            String type, String displayName, List<FieldSpec> fields, Set<String> loginFields, Set<String> labels) {
        this.type = type;
        this.displayName = displayName;
        this.fields = CommonFields.after(fields);
        this.loginFields = Set.copyOf(loginFields);
        this.labels = Set.copyOf(labels);
    }

    /**
     * Returns the type.
     *
     * @return the type
     */
    public String type() {
        return type;
    }

    /**
     * Returns its name for people.
     *
     * @return the name, such as {@code AWS IAM Identity Center}
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

    /**
     * Returns the fields that a login depends on.
     *
     * @return names of fields
     */
    public Set<String> loginFields() {
        return loginFields;
    }

    /**
     * Returns the labels that its sessions may have.
     *
     * @return names of labels; a template that uses another one is refused
     */
    public Set<String> labels() {
        return labels;
    }

    @Override
    public String toString() {
        return "IntegrationDescriptor[" + type + "]";
    }
}
