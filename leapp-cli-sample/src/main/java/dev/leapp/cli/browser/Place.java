package dev.leapp.cli.browser;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Whether the user sits in front of this machine, as far as it can be told.
 *
 * @param environment the environment variables
 * @param root where the file system begins
 */
record Place(Map<String, String> environment, Path root) {

    /** Says why a browser that is opened here would not be seen, or could not come back; empty if nothing speaks against it. */
    Optional<String> remoteness() {
        if (isSet("SSH_CONNECTION") || isSet("SSH_TTY") || isSet("SSH_CLIENT")) {
            return Optional.of("an SSH connection");
        }
        if (isContainer()) {
            return Optional.of("a container");
        }
        return Optional.empty();
    }

    /** Tells whether this is Linux within Windows, whose browser runs outside. */
    boolean isWsl() {
        return isSet("WSL_DISTRO_NAME")
                || read("proc/version").toLowerCase(Locale.ROOT).contains("microsoft");
    }

    private boolean isContainer() {
        return isSet("container")
                || Stream.of(".dockerenv", "run/.containerenv").anyMatch(mark -> Files.exists(root.resolve(mark)));
    }

    private boolean isSet(String name) {
        return !environment.getOrDefault(name, "").isBlank();
    }

    private String read(String file) {
        try {
            return Files.readString(root.resolve(file), ISO_8859_1);
        } catch (IOException | SecurityException unreadable) {
            return "";
        }
    }
}
