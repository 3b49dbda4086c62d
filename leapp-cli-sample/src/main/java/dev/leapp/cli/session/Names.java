package dev.leapp.cli.session;

import dev.leapp.cli.run.Usage;

/** What a session can be called. */
final class Names {

    private Names() {}

    /** Returns the name without white space at its ends; refuses one with characters that don't show. */
    static String checked(String name) {
        if (name.chars().anyMatch(Character::isISOControl)) {
            throw Usage.error("A session's name can't have control characters", null);
        }
        return name.strip();
    }
}
