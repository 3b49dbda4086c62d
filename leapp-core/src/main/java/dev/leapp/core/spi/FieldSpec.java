package dev.leapp.core.spi;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One thing to ask of the user: a command line makes a flag and a question of it, a form makes an input. Immutable and thread-safe.
 *
 * @since 0.1
 */
public final class FieldSpec {

    private static final Pattern NAME = Pattern.compile("[a-z][a-zA-Z0-9]*");

    private final String name;
    private final String label;
    private final String help;
    private final boolean secret;
    private final boolean required;
    private final boolean advanced;
    private final @Nullable String secretAccount;
    private final @Nullable String defaultValue;
    private final List<String> choices;
    private final List<String> aliases;
    private final @Nullable Reference reference;
    private final Function<String, Optional<String>> check;

    private FieldSpec(Builder builder) {
        this.name = builder.name;
        this.label = builder.label;
        this.help = builder.help;
        this.secret = builder.secret;
        this.required = builder.required;
        this.advanced = builder.advanced;
        this.secretAccount = builder.secretAccount;
        this.defaultValue = builder.defaultValue;
        this.choices = List.copyOf(builder.choices);
        this.aliases = List.copyOf(builder.aliases);
        this.reference = builder.reference;
        this.check = builder.check;
    }

    /**
     * Starts a field, required unless said otherwise.
     *
     * @param name its name in camel case, such as {@code accessKeyId}; the setting's name and, as {@code --access-key-id}, the flag
     * @param label what it is called, such as {@code Access key id}
     * @return a new builder
     * @throws IllegalArgumentException if the name is not in camel case
     */
    public static Builder builder(String name, String label) {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException("Not a field name in camel case: " + name);
        }
        return new Builder(name, label);
    }

    /**
     * Returns the name.
     *
     * @return the name in camel case
     */
    public String name() {
        return name;
    }

    /**
     * Returns what it is called.
     *
     * @return the label
     */
    public String label() {
        return label;
    }

    /**
     * Returns what to know about it.
     *
     * @return one line, may be empty
     */
    public String help() {
        return help;
    }

    /**
     * Tells whether it must not be echoed.
     *
     * @return whether it is a secret
     */
    public boolean secret() {
        return secret;
    }

    /**
     * Tells whether it must be given.
     *
     * @return whether it is required
     */
    public boolean required() {
        return required;
    }

    /**
     * Tells whether only few need it: a dialogue does not ask for it, a form folds it away.
     *
     * @return whether it is for special needs
     */
    public boolean advanced() {
        return advanced;
    }

    /**
     * Tells whether the value goes to the secret store rather than to the session's settings. Every secret does.
     *
     * @return whether it is kept in the secret store
     */
    public boolean inSecretStore() {
        return secretAccount != null;
    }

    /**
     * Returns under which account, behind the session's id and a hyphen, the secret store keeps it.
     *
     * @return the end of the account name, empty if it is a setting
     */
    public Optional<String> secretAccount() {
        return Optional.ofNullable(secretAccount);
    }

    /**
     * Returns what is meant if nothing is given.
     *
     * @return the default, if there is one
     */
    public Optional<String> defaultValue() {
        return Optional.ofNullable(defaultValue);
    }

    /**
     * Returns the only values allowed.
     *
     * @return an unmodifiable list, empty if any value is
     */
    public List<String> choices() {
        return choices;
    }

    /**
     * Returns older flag names that keep working.
     *
     * @return an unmodifiable list of names in camel case
     */
    public List<String> aliases() {
        return aliases;
    }

    /**
     * Returns what the value refers to.
     *
     * @return the kind of thing, empty if the value is just a value
     */
    public Optional<Reference> reference() {
        return Optional.ofNullable(reference);
    }

    /**
     * Says what is wrong with a value.
     *
     * @param value the value, not empty
     * @return what is wrong, in words that don't repeat the value; empty if nothing is
     */
    public Optional<String> problemWith(String value) {
        if (!choices.isEmpty() && !choices.contains(value)) {
            return Optional.of("must be one of " + String.join(", ", choices));
        }
        return check.apply(value);
    }

    @Override
    public String toString() {
        return "FieldSpec[" + name + "]";
    }

    /** Collects the parts of a {@link FieldSpec}. Not thread-safe. */
    public static final class Builder {
        private final String name;
        private final String label;
        private String help = "";
        private boolean secret;
        private boolean required = true;
        private boolean advanced;
        private @Nullable String secretAccount;
        private @Nullable String defaultValue;
        private List<String> choices = List.of();
        private List<String> aliases = List.of();
        private @Nullable Reference reference;
        private Function<String, Optional<String>> check = value -> Optional.empty();

        private Builder(String name, String label) {
            this.name = name;
            this.label = label;
        }

        /**
         * Says what to know about it.
         *
         * @param line one line
         * @return this builder
         */
        public Builder help(String line) {
            this.help = line;
            return this;
        }

        /**
         * Makes it a secret: never echoed, kept in the secret store.
         *
         * @param account the end of the account name in the secret store
         * @return this builder
         */
        public Builder secret(String account) {
            this.secret = true;
            this.secretAccount = account;
            return this;
        }

        /**
         * Keeps it in the secret store although it may be echoed.
         *
         * @param account the end of the account name in the secret store
         * @return this builder
         */
        public Builder inSecretStore(String account) {
            this.secretAccount = account;
            return this;
        }

        /**
         * Allows leaving it out.
         *
         * @return this builder
         */
        public Builder optional() {
            this.required = false;
            return this;
        }

        /**
         * Makes it optional, and something that only few need.
         *
         * @return this builder
         */
        public Builder advanced() {
            this.advanced = true;
            this.required = false;
            return this;
        }

        /**
         * Says what is meant if nothing is given; makes it optional.
         *
         * @param value the default
         * @return this builder
         */
        public Builder defaultValue(String value) {
            this.defaultValue = value;
            this.required = false;
            return this;
        }

        /**
         * Allows only some values.
         *
         * @param values the values
         * @return this builder
         */
        public Builder choices(List<String> values) {
            this.choices = values;
            return this;
        }

        /**
         * Keeps older flag names working.
         *
         * @param names names in camel case
         * @return this builder
         */
        public Builder aliases(String... names) {
            this.aliases = List.of(names);
            return this;
        }

        /**
         * Makes the value the id of something in the workspace; whoever fills in the field may give its name.
         *
         * @param kind what it refers to
         * @return this builder
         */
        public Builder refersTo(Reference kind) {
            this.reference = kind;
            return this;
        }

        /**
         * Checks values by a pattern.
         *
         * @param regex what the whole value must match
         * @param problem what to say if it does not, without the value
         * @return this builder
         */
        public Builder pattern(String regex, String problem) {
            Pattern pattern = Pattern.compile(regex);
            return check(value -> pattern.matcher(value).matches() ? Optional.empty() : Optional.of(problem));
        }

        /**
         * Checks values.
         *
         * @param problem says what is wrong with a value, without repeating it
         * @return this builder
         */
        public Builder check(Function<String, Optional<String>> problem) {
            this.check = problem;
            return this;
        }

        /**
         * Returns the field.
         *
         * @return a new, immutable field
         */
        public FieldSpec build() {
            return new FieldSpec(this);
        }
    }
}
