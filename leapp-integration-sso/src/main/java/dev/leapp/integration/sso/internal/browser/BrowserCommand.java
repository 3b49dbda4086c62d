package dev.leapp.integration.sso.internal.browser;

import dev.leapp.core.port.Environment;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How a browser is started: with two pipes for DevTools and no port, with its sandbox, and with nothing of the caller's environment
 * but what a window needs. No argument tells where it will go.
 */
record BrowserCommand(BrowserProgram program, Environment environment) {

    /** Switches the sandbox off if it is {@code off}: for containers and tests whose user is root. */
    static final String SANDBOX = "LEAPP_BROWSER_SANDBOX";

    /** DevTools reads from 3 and writes to 4; a Java process can give a program only 0, 1 and 2. */
    private static final String PIPES = "umask 077; exec \"$@\" 3<&0 4>&1 0</dev/null 1>/dev/null";

    private static final List<String> QUIET = List.of(
            "--no-first-run",
            "--no-default-browser-check",
            "--disable-background-networking",
            "--disable-breakpad",
            "--disable-component-update",
            "--disable-crash-reporter",
            "--disable-default-apps",
            "--disable-sync",
            "--hide-crash-restore-bubble");

    private static final List<String> KNOWN = List.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "LANG",
            "LANGUAGE",
            "LC_ALL",
            "TZ",
            "TMPDIR",
            "DISPLAY",
            "WAYLAND_DISPLAY",
            "XAUTHORITY",
            "XDG_RUNTIME_DIR",
            "XDG_CURRENT_DESKTOP",
            "XDG_SESSION_TYPE",
            "XDG_DATA_DIRS",
            "XDG_CONFIG_DIRS",
            "DESKTOP_SESSION",
            "DBUS_SESSION_BUS_ADDRESS",
            "KRB5CCNAME",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "all_proxy");

    boolean isSandboxed() {
        return environment.get(SANDBOX).filter("off"::equals).isEmpty();
    }

    /** Tells whether a window can be shown. */
    boolean hasDisplay() {
        return !program.needsDisplay()
                || environment.get("DISPLAY").isPresent()
                || environment.get("WAYLAND_DISPLAY").isPresent();
    }

    /** Returns the command line. */
    List<String> line(Path profile, boolean window) {
        List<String> line = new ArrayList<>(List.of("/bin/sh", "-c", PIPES, "leapp-browser"));
        line.add(program.path().toString());
        line.add("--remote-debugging-pipe");
        line.add("--user-data-dir=" + profile);
        // What keeps cookies that last for "a session of the browser": the provider's session outlives its window.
        line.add("--restore-last-session");
        line.addAll(QUIET);
        line.addAll(window ? List.of("--window-size=640,800") : List.of("--headless=new"));
        if (!isSandboxed()) {
            line.add("--no-sandbox");
        }
        // The page is opened by DevTools, so that it is watched before it goes anywhere.
        line.add("--no-startup-window");
        return line;
    }

    Map<String, String> variables() {
        Map<String, String> variables = new LinkedHashMap<>();
        KNOWN.forEach(name -> environment.get(name).ifPresent(value -> variables.put(name, value)));
        return variables;
    }
}
