package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.port.Environment;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A browser that speaks the DevTools protocol.
 *
 * @param path where it lies
 */
record BrowserProgram(Path path) {

    /** Says where the browser lies. */
    static final String VARIABLE = "LEAPP_BROWSER";

    private static final Path SHELL = Path.of("/bin/sh");
    private static final String MAC_APPLICATIONS = "/Applications/";

    private static final List<String> NAMES = List.of(
            "chromium",
            "chromium-browser",
            "google-chrome",
            "google-chrome-stable",
            "microsoft-edge",
            "microsoft-edge-stable");

    private static final List<String> ELSEWHERE = List.of(
            MAC_APPLICATIONS + "Google Chrome.app/Contents/MacOS/Google Chrome",
            MAC_APPLICATIONS + "Chromium.app/Contents/MacOS/Chromium",
            MAC_APPLICATIONS + "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
            "/opt/google/chrome/chrome",
            "/snap/bin/chromium");

    /** Tells whether there is what gives a program more pipes than three. */
    static boolean canBeDriven() {
        return Files.isExecutable(SHELL);
    }

    static Optional<BrowserProgram> find(Environment environment) {
        Optional<String> named = environment.get(VARIABLE);
        Stream<Path> candidates = named.isPresent()
                ? named.stream().map(Path::of)
                : Stream.concat(onPath(environment), ELSEWHERE.stream().map(Path::of));
        return candidates
                .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file))
                .map(BrowserProgram::new)
                .findFirst();
    }

    private static Stream<Path> onPath(Environment environment) {
        List<String> directories = Pattern.compile(File.pathSeparator, Pattern.LITERAL)
                .splitAsStream(environment.get("PATH").orElse(""))
                .filter(directory -> !directory.isEmpty())
                .toList();
        return NAMES.stream().flatMap(name -> directories.stream().map(directory -> Path.of(directory, name)));
    }

    /** Tells whether a window needs to be told where the display is. */
    boolean needsDisplay() {
        return !path.toString().startsWith(MAC_APPLICATIONS);
    }
}
