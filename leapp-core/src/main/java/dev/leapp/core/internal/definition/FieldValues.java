package dev.leapp.core.internal.definition;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.AccessMethodDescriptor;
import dev.leapp.core.spi.FieldSpec;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a user gave for fields that a plug-in declares, checked: settings by field name, secrets by account.
 *
 * @param settings in the order of the fields
 * @param secrets by {@link FieldSpec#secretAccount()}
 */
public record FieldValues(Map<String, String> settings, Map<String, Secret> secrets) {

    /** Checks that all that is required was given, and fills in defaults. */
    static FieldValues complete(
            AccessMethodDescriptor method, Map<String, String> values, Map<String, Secret> secrets) {
        return complete(what(method), method.fields(), values, secrets);
    }

    /**
     * Checks that all that is required was given, and fills in defaults.
     *
     * @param what what has the fields, at the beginning of a sentence
     */
    public static FieldValues complete(
            String what, List<FieldSpec> fields, Map<String, String> values, Map<String, Secret> secrets) {
        Map<String, String> filled = new LinkedHashMap<>(values);
        for (FieldSpec field : fields) {
            if (isMissing(field, filled, secrets)) {
                field.defaultValue().ifPresent(value -> filled.put(field.name(), value));
            }
        }
        List<String> missing = fields.stream()
                .filter(field -> field.required() && isMissing(field, filled, secrets))
                .map(FieldSpec::label)
                .toList();
        if (!missing.isEmpty()) {
            throw invalid(what + " needs: " + String.join(", ", missing));
        }
        return partial(what, fields, filled, secrets);
    }

    /** Checks what was given; the rest stays as it is. */
    static FieldValues partial(AccessMethodDescriptor method, Map<String, String> values, Map<String, Secret> secrets) {
        return partial(what(method), method.fields(), values, secrets);
    }

    /**
     * Checks what was given; the rest stays as it is.
     *
     * @param what what has the fields, at the beginning of a sentence
     */
    public static FieldValues partial(
            String what, List<FieldSpec> fields, Map<String, String> values, Map<String, Secret> secrets) {
        Map<String, String> settings = new LinkedHashMap<>();
        Map<String, Secret> accounts = new LinkedHashMap<>();
        requireKnown(what, fields, values.keySet());
        requireKnown(what, fields, secrets.keySet());
        for (FieldSpec field : fields) {
            String value = values.get(field.name());
            Secret secret = secrets.get(field.name());
            if (field.inSecretStore()) {
                Optional.ofNullable(secret)
                        .or(() -> Optional.ofNullable(value).map(Secret::of))
                        .ifPresent(given -> accounts.put(field.secretAccount().orElseThrow(), checked(field, given)));
            } else if (value != null) {
                settings.put(field.name(), checked(field, value));
            }
        }
        return new FieldValues(settings, accounts);
    }

    private static boolean isMissing(FieldSpec field, Map<String, String> values, Map<String, Secret> secrets) {
        Secret secret = secrets.get(field.name());
        return (secret == null || secret.isEmpty())
                && values.getOrDefault(field.name(), "").isEmpty();
    }

    private static Secret checked(FieldSpec field, Secret secret) {
        checked(field, secret.reveal());
        return secret;
    }

    private static String checked(FieldSpec field, String value) {
        if (value.isEmpty() && !field.required()) {
            return value;
        }
        Optional<String> problem = value.isEmpty() ? Optional.of("is needed") : field.problemWith(value);
        problem.ifPresent(words -> {
            throw invalid(field.label() + ": " + words);
        });
        return value;
    }

    private static String what(AccessMethodDescriptor method) {
        return "A session of type " + method.type();
    }

    private static void requireKnown(String what, List<FieldSpec> fields, Iterable<String> names) {
        for (String name : names) {
            if (fields.stream().noneMatch(field -> field.name().equals(name))) {
                throw invalid(what + " has no field '" + name + "'");
            }
        }
    }

    private static LeappException invalid(String message) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, message, null);
    }
}
