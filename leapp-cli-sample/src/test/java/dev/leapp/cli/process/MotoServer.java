package dev.leapp.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A real {@code moto_server} on a free port of the loopback interface, with a home directory of its own. */
final class MotoServer implements AutoCloseable {

    private static final Pattern ADDRESS = Pattern.compile("Running on (http://127\\.0\\.0\\.1:\\d+)");

    private final Process process;
    private final URI endpoint;

    private MotoServer(Process process, URI endpoint) {
        this.process = process;
        this.endpoint = endpoint;
    }

    /** Starts one that believes whoever asks. */
    static MotoServer free(Path directory) {
        return start(directory, Map.of());
    }

    /** Starts one that checks signatures, tokens and policies after so many calls to set it up. */
    static MotoServer checkingAfter(int calls, Path directory) {
        return start(directory, Map.of("INITIAL_NO_AUTH_ACTION_COUNT", Integer.toString(calls)));
    }

    /** Returns where it is, else skips the test. */
    static String require() {
        return Programs.require("moto_server", "install it with: pip install 'moto[server]'");
    }

    private static MotoServer start(Path directory, Map<String, String> more) {
        String program = require();
        ProcessBuilder builder = new ProcessBuilder(program, "-H", "127.0.0.1", "-p", "0").redirectErrorStream(true);
        Map<String, String> environment = new LinkedHashMap<>(more);
        environment.put("PATH", Programs.path());
        environment.put("HOME", directory.toString());
        environment.put("PYTHONUNBUFFERED", "1");
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process process = builder.start();
            return new MotoServer(process, address(process));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** It says where it listens once it does; what it says later is read and forgotten. */
    private static URI address(Process process) throws IOException {
        BufferedReader lines = process.inputReader(StandardCharsets.UTF_8);
        StringBuilder said = new StringBuilder();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            said.append(line).append('\n');
            Matcher address = ADDRESS.matcher(line);
            if (address.find()) {
                Thread drain = new Thread(() -> lines.lines().forEach(ignored -> {}), "moto-output");
                drain.setDaemon(true);
                drain.start();
                return URI.create(address.group(1));
            }
        }
        throw new AssertionError("moto_server did not start: " + said);
    }

    URI endpoint() {
        return endpoint;
    }

    @Override
    public void close() {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
        process.onExit().join();
    }
}
