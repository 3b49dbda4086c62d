package dev.leapp.provider.aws.internal.profile;

/**
 * One key that we write, checked to be read back as it is.
 *
 * @param key the lower-case key
 * @param value the value, one line; it may be a secret
 */
public record Entry(String key, String value) {

    public Entry {
        SafeText.requireSafeKey(key);
        SafeText.requireSafeValue(key, value);
    }

    public String digest() {
        return Digests.of(value);
    }

    @Override
    public String toString() {
        return "Entry[key=" + key + ", value=[redacted]]";
    }
}
