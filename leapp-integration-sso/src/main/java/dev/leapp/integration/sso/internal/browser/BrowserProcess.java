package dev.leapp.integration.sso.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.integration.sso.internal.devtools.LoginPage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** A running browser; when it is closed, nothing of it runs any more. */
final class BrowserProcess implements AutoCloseable {

    private static final int MOST_REMARKS = 16_000;
    private static final long PATIENCE_SECONDS = 5;
    private static final long LAST_WORDS_MILLIS = 1_000;

    private final Process process;
    private final LoginPage page;
    private final ByteArrayOutputStream remarks = new ByteArrayOutputStream();
    private final Thread reader = new Thread(this::listen, "leapp-browser-remarks");

    private BrowserProcess(Process process, LoginPage page) {
        this.process = process;
        this.page = page;
    }

    static BrowserProcess start(List<String> command, Map<String, String> variables, List<String> recipients)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command);
        builder.environment().clear();
        builder.environment().putAll(variables);
        Process process = builder.start();
        LoginPage page = LoginPage.of(process.getInputStream(), process.getOutputStream(), recipients);
        BrowserProcess started = new BrowserProcess(process, page);
        started.reader.setDaemon(true);
        started.reader.start();
        // Its helpers may hold the pipe for longer than it lives.
        CompletableFuture<?> unused = process.onExit().thenRun(page::ended);
        return started;
    }

    /** Tells whether it has ended as it does when its last window is closed. */
    boolean hasEndedWell() {
        return !process.isAlive() && process.exitValue() == 0;
    }

    LoginPage page() {
        return page;
    }

    /** Lets a browser that has ended finish what it says; its helpers may hold the pipe for longer. */
    void hearOut() {
        try {
            reader.join(LAST_WORDS_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Tells whether the browser has complained of something; what it says is shown to nobody. */
    boolean complains(String words) {
        synchronized (remarks) {
            return remarks.toString(UTF_8).contains(words);
        }
    }

    private void listen() {
        byte[] some = new byte[2_048];
        try (InputStream said = process.getErrorStream()) {
            for (int count = said.read(some); count >= 0; count = said.read(some)) {
                synchronized (remarks) {
                    remarks.write(some, 0, Math.min(count, MOST_REMARKS - remarks.size()));
                }
            }
        } catch (IOException e) {
            // It has ended.
        }
    }

    /** Lets it write down its cookies, then ends it with all its children. */
    @Override
    public void close() {
        List<ProcessHandle> family = family();
        boolean interrupted = Thread.interrupted();
        page.end();
        try {
            process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            interrupted = true;
        }
        Stream.concat(family.stream(), family().stream()).forEach(ProcessHandle::destroyForcibly);
        process.onExit().join();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private List<ProcessHandle> family() {
        return Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
    }
}
