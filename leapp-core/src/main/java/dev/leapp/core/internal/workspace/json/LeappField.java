package dev.leapp.core.internal.workspace.json;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;

/**
 * A field of a session or an integration in the desktop app's file.
 *
 * @param key its key there
 * @param setting its name here
 * @param required whether the desktop app can't do without it
 * @param standard what is written where nothing is said
 * @param secondKey where it may stand instead
 */
record LeappField(String key, String setting, boolean required, Optional<String> standard, Optional<String> secondKey) {

    static LeappField required(String key) {
        return new LeappField(key, key, true, Optional.empty(), Optional.empty());
    }

    static LeappField optional(String key) {
        return new LeappField(key, key, false, Optional.empty(), Optional.empty());
    }

    LeappField called(String name) {
        return new LeappField(key, name, required, standard, secondKey);
    }

    LeappField standard(String value) {
        return new LeappField(key, setting, required, Optional.of(value), secondKey);
    }

    LeappField or(String otherKey) {
        return new LeappField(key, setting, required, standard, Optional.of(otherKey));
    }

    Optional<String> read(LeappElement element) throws MalformedDocumentException {
        Optional<String> value = element.filled(key);
        return value.isPresent() || secondKey.isEmpty() ? value : element.filled(secondKey.get());
    }

    void write(ObjectNode node, Optional<String> value, String what) throws LeappFormatException {
        Optional<String> written = value.or(this::standard);
        if (written.isPresent()) {
            node.put(key, written.get());
        } else if (required) {
            throw LeappFormatException.inexpressible(what + " has no " + setting);
        } else {
            node.remove(key);
            secondKey.ifPresent(node::remove);
        }
    }
}
