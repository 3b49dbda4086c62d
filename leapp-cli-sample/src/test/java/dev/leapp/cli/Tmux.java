package dev.leapp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** A real pseudo-terminal of 80 columns, on a tmux server of its own. */
public final class Tmux implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofSeconds(40);

    private final Path socket;

    /** Starts a program in it, and afterwards prints its exit code. */
    public Tmux(Path directory, Map<String, String> environment, List<String> command)
            throws IOException, InterruptedException {
        Path own = Files.createTempDirectory(directory, "tmux");
        this.socket = own.resolve("socket");
        Path script = Files.writeString(own.resolve("run.sh"), script(environment, command));
        tmux("-f", "/dev/null", "new-session", "-d", "-x", "80", "-y", "50", "sh " + script);
    }

    private static String script(Map<String, String> environment, List<String> command) {
        StringBuilder script = new StringBuilder("trap : INT\n");
        environment.forEach((name, value) ->
                script.append("export ").append(name).append("='").append(value).append("'\n"));
        return script.append("'")
                .append(String.join("' '", command))
                .append("'\necho \"exit code $?\"\ncat\n")
                .toString();
    }

    /** Waits until the screen shows a text, and returns all of it. */
    public String await(String text) throws IOException, InterruptedException {
        long end = System.nanoTime() + PATIENCE.toNanos();
        String screen = screen();
        while (!screen.contains(text)) {
            if (System.nanoTime() > end) {
                throw new AssertionError("'" + text + "' did not appear:\n" + screen);
            }
            LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
            screen = screen();
        }
        return screen;
    }

    public void type(String text) throws IOException, InterruptedException {
        tmux("send-keys", "-l", text);
        tmux("send-keys", "Enter");
    }

    public void press(String key) throws IOException, InterruptedException {
        tmux("send-keys", key);
    }

    public String screen() throws IOException, InterruptedException {
        return tmux("capture-pane", "-p", "-S", "-200");
    }

    private String tmux(String... args) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("tmux", "-S", socket.toString()));
        command.addAll(List.of(args));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), UTF_8);
        process.waitFor(10, TimeUnit.SECONDS);
        return output;
    }

    @Override
    public void close() throws IOException {
        try {
            tmux("kill-server");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }
}
