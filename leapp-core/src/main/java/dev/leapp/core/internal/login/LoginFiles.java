package dev.leapp.core.internal.login;

import dev.leapp.core.internal.LeappDirectory;
import dev.leapp.core.internal.cache.Digests;
import dev.leapp.core.session.IntegrationId;
import java.nio.file.Path;
import java.util.regex.Pattern;

/** What the files about an integration's login are called, also if its id is not fit for a file name. */
record LoginFiles(LeappDirectory directory) {

    private static final Pattern FIT = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9._-]{0,99}");

    Path mark(IntegrationId id) {
        return directory.logins().resolve(name(id) + ".properties");
    }

    Path lock(IntegrationId id) {
        return directory.locks().resolve(attempt(id) + ".lock");
    }

    /** Returns what attempts to log in to it are called. */
    static String attempt(IntegrationId id) {
        return "integration-" + name(id);
    }

    private static String name(IntegrationId id) {
        return FIT.matcher(id.value()).matches() ? id.value() : Digests.of(id.value());
    }
}
