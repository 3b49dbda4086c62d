package dev.leapp.cli.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/** Many processes that wait for each other, then ask for the same at once. */
final class Storm implements AutoCloseable {

    private static final List<String> FLAGS = List.of("-Xmx64m", "-Daws.sharedCredentialsFile=", "-Daws.configFile=");
    private static final int PATIENCE_MILLIS = 120_000;

    private final ServerSocket server;
    private final List<Child> children = new ArrayList<>();
    private final List<Member> members = new ArrayList<>();
    private final AtomicInteger prompts = new AtomicInteger();
    private Callable<Boolean> killing = () -> false;

    /** One process, as the test hears of it. */
    private final class Member {

        private final Socket socket;
        private final BufferedReader in;
        private final PrintStream out;
        private final long pid;

        Member(Socket socket) throws IOException {
            this.socket = socket;
            socket.setSoTimeout(PATIENCE_MILLIS);
            this.in = new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8));
            this.out = new PrintStream(socket.getOutputStream(), true, StandardCharsets.UTF_8);
            this.pid = Long.parseLong(in.readLine());
        }

        /** Returns what its threads got; less if it was killed. */
        List<String> run(Function<Integer, String> user) throws Exception {
            List<String> answers = new ArrayList<>();
            out.println("go");
            for (String line = next(); line != null; line = next()) {
                if (line.equals("asked")) {
                    int prompt = prompts.incrementAndGet();
                    out.println(user.apply(prompt));
                    killIfFirst(prompt);
                } else {
                    answers.add(line);
                }
            }
            socket.close();
            return answers;
        }

        private void killIfFirst(int prompt) throws Exception {
            if (prompt == 1 && killing.call()) {
                ProcessHandle.of(pid).orElseThrow().destroyForcibly();
            }
        }

        private @Nullable String next() throws IOException {
            try {
                return in.readLine();
            } catch (SocketException e) {
                return null; // it was killed
            }
        }
    }

    private Storm() throws IOException {
        this.server = new ServerSocket(0, 200, InetAddress.getLoopbackAddress());
        server.setSoTimeout(PATIENCE_MILLIS);
    }

    /** Starts that many processes, and waits until all are ready. */
    static Storm gather(int processes, Home home, List<String> arguments) {
        return gather(processes, home, StormMember.class, number -> arguments);
    }

    /** Starts that many processes of a main class, each with arguments of its own, and waits until all are ready. */
    static Storm gather(int processes, Home home, Class<?> main, IntFunction<List<String>> arguments) {
        try {
            Storm storm = new Storm();
            for (int i = 0; i < processes; i++) {
                List<String> command = storm.command(home, main, arguments.apply(i));
                storm.children.add(Child.start(command, home.environment(), home.streams()));
            }
            for (int i = 0; i < processes; i++) {
                storm.members.add(storm.new Member(storm.server.accept()));
            }
            return storm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private List<String> command(Home home, Class<?> main, List<String> arguments) {
        List<String> command = new ArrayList<>(Programs.java(main.getName(), home.unused(), home.temporary(), FLAGS));
        command.add(home.user().toString());
        command.add(arguments.get(0));
        command.add(Integer.toString(server.getLocalPort()));
        command.addAll(arguments.subList(1, arguments.size()));
        return command;
    }

    /**
     * Lets all ask at once, and returns what all threads of all processes got.
     *
     * @param user answers the given prompt, the first is 1
     */
    List<String> breakLoose(Function<Integer, String> user) throws Exception {
        ExecutorService listeners = Executors.newFixedThreadPool(members.size());
        try {
            List<Future<List<String>>> heard = new ArrayList<>();
            for (Member member : members) {
                heard.add(listeners.submit(() -> member.run(user)));
            }
            List<String> answers = new ArrayList<>();
            for (Future<List<String>> each : heard) {
                answers.addAll(each.get(PATIENCE_MILLIS, TimeUnit.MILLISECONDS));
            }
            return answers;
        } finally {
            listeners.shutdownNow();
        }
    }

    /** Kills the process that asks first, after its answer, as soon as that comes true. */
    void killWhen(Callable<Boolean> inFlight) {
        killing = inFlight;
    }

    int prompts() {
        return prompts.get();
    }

    @Override
    public void close() throws IOException {
        children.forEach(Child::close);
        server.close();
    }
}
