package dev.leapp.cli.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URI;
import java.net.URLEncoder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Which program opens an address.
 *
 * @param environment the environment variables
 * @param desktop what opens addresses here
 * @param place whether the user sits here
 */
record BrowserProgram(Map<String, String> environment, Desktop desktop, Place place) {

    private static final Pattern SPACE = Pattern.compile("\\s+");
    private static final String URL = "{url}";

    /**
     * Returns the words of the command.
     *
     * @param given what the user said, or null; it may hold {@code {url}}, {@code {encoded-url}} and {@code {session}}
     * @param session the session's name
     * @return the command, empty if there is no browser here
     */
    Optional<List<String>> command(@Nullable String given, String session, URI address) {
        return Optional.ofNullable(given)
                .or(this::chosen)
                .or(this::ofSystem)
                .map(BrowserProgram::words)
                .map(words -> words.stream()
                        .map(word -> filled(word, session, address))
                        .toList());
    }

    /**
     * Tells whether a browser would be seen by the user, and could come back here: one that was chosen for Leapp can, any other unless the
     * user is elsewhere. What remote editors put into {@code BROWSER} opens pages on the user's own machine, from where nothing comes back.
     */
    boolean isNear() {
        return variable("LEAPP_BROWSER").isPresent()
                || (place.remoteness().isEmpty()
                        && variable("BROWSER").or(this::ofSystem).isPresent());
    }

    private Optional<String> chosen() {
        return variable("LEAPP_BROWSER").or(() -> variable("BROWSER"));
    }

    private static List<String> words(String command) {
        List<String> words = SPACE.splitAsStream(command.strip()).toList();
        boolean names = words.stream().anyMatch(word -> word.contains(URL) || word.contains("{encoded-url}"));
        return names ? words : Stream.concat(words.stream(), Stream.of(URL)).toList();
    }

    private static String filled(String word, String session, URI address) {
        return word.replace(URL, address.toString())
                .replace("{encoded-url}", URLEncoder.encode(address.toString(), UTF_8))
                .replace("{session}", session);
    }

    private Optional<String> ofSystem() {
        return switch (desktop) {
            case MAC -> Optional.of("open");
            case WINDOWS -> Optional.of("rundll32 url.dll,FileProtocolHandler");
            case OTHER -> ofWindowSystem();
        };
    }

    private Optional<String> ofWindowSystem() {
        if (isOnPath("wslview")) {
            return Optional.of("wslview");
        }
        if (place.isWsl()) {
            return Optional.empty();
        }
        boolean window =
                variable("DISPLAY").or(() -> variable("WAYLAND_DISPLAY")).isPresent();
        return window && isOnPath("xdg-open") ? Optional.of("xdg-open") : Optional.empty();
    }

    private Optional<String> variable(String name) {
        return Optional.ofNullable(environment.get(name)).filter(value -> !value.isBlank());
    }

    private boolean isOnPath(String program) {
        return Pattern.compile(":")
                .splitAsStream(environment.getOrDefault("PATH", ""))
                .filter(directory -> !directory.isEmpty())
                .anyMatch(directory -> Files.isExecutable(Path.of(directory, program)));
    }
}
