package dev.leapp.cli.session;

import dev.leapp.cli.run.Usage;
import dev.leapp.core.session.Session;
import java.util.function.BiConsumer;

/** A tag as a user writes it: a label, or {@code label=value}. */
final class TagFlag {

    private TagFlag() {}

    /**
     * Sets a tag.
     *
     * @param text what the user wrote
     * @param target gets label and value
     */
    static void set(String text, BiConsumer<String, String> target) {
        int equals = text.indexOf('=');
        if (equals < 0) {
            target.accept(text, Session.SET);
        } else if (equals == text.length() - 1) {
            throw Usage.error("Tag '" + text.substring(0, equals) + "' has no value", "--remove removes a tag");
        } else {
            target.accept(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
