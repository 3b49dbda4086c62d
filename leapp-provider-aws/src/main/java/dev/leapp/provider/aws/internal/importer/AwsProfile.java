package dev.leapp.provider.aws.internal.importer;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What the two files say of one profile, or of one {@code sso-session}. It may hold secrets.
 *
 * @param name its name
 * @param values by key; what the credentials file says wins
 */
record AwsProfile(String name, Map<String, String> values) {

    AwsProfile {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    Optional<String> value(String key) {
        return Optional.ofNullable(values.get(key)).filter(value -> !value.isEmpty());
    }

    boolean has(String key) {
        return value(key).isPresent();
    }

    AwsProfile with(Map<String, String> more) {
        Map<String, String> joined = new LinkedHashMap<>(values);
        joined.putAll(more);
        return new AwsProfile(name, joined);
    }

    @Override
    public String toString() {
        return "AwsProfile[" + name + ", " + values.keySet() + "]";
    }
}
