package dev.leapp.integration.sso.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.testkit.contract.Components;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

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

    @Override
    public void close() {
        server.destroyForcibly().onExit().join();
    }
}
