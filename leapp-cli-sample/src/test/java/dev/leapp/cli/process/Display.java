package dev.leapp.cli.process;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.testkit.contract.Components;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/** A display that nobody sees ({@code Xvfb}), and somebody who types there ({@code xdotool}). */
final class Display implements AutoCloseable {

    private final Process server;
    private final String name;

    private Display(Process server, String name) {
        this.server = server;
        this.name = name;
    }

    static Display open() throws IOException {
        Process server = new ProcessBuilder(
                        require("Xvfb"), "-displayfd", "1", "-screen", "0", "1024x900x24", "-nolisten", "tcp")
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        BufferedReader said = server.inputReader(UTF_8);
        String number = said.readLine();
        return new Display(server, ":" + number);
    }

    private static String require(String program) {
        Components.require(program, Components.onPath(program).isPresent(), "install it (Debian: xvfb, xdotool)");
        return Components.onPath(program).map(Path::toString).orElseThrow();
    }

    static void require() {
        require("Xvfb");
        require("xdotool");
    }

    String name() {
        return name;
    }

    /** Waits for a window with that title, and types into it. */
    void type(String title, String... actions) throws IOException, InterruptedException {
        List<String> command =
                new ArrayList<>(List.of(require("xdotool"), "search", "--sync", "--onlyvisible", "--name"));
        command.addAll(List.of(title, "windowfocus", "--sync"));
        command.addAll(List.of(actions));
        ProcessBuilder typing = new ProcessBuilder(command).redirectErrorStream(true);
        typing.environment().put("DISPLAY", name);
        Process process = typing.start();
        process.getInputStream().readAllBytes();
        process.waitFor();
    }

    /**
     * Types into the form of a window until the window is gone: a page takes no keys before it is loaded. If some were lost, the form was
     * sent with half of them, and its answer is left for the empty form again.
     */
    void fillIn(String title, String text) throws IOException, InterruptedException {
        type(title, "type", text);
        for (int look = 1; isThere(title); look++) {
            if (look % 60 == 40) {
                type(title, "key", "alt+Left");
                type(title, "key", "F5");
            } else if (look % 60 == 0) {
                type(title, "type", text);
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private boolean isThere(String title) throws IOException, InterruptedException {
        ProcessBuilder looking = new ProcessBuilder(require("xdotool"), "search", "--onlyvisible", "--name", title);
        looking.environment().put("DISPLAY", name);
        Process process = looking.redirectErrorStream(true).start();
        process.getInputStream().readAllBytes();
        return process.waitFor() == 0;
    }

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}
