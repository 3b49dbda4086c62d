package dev.leapp.cli.browser;

import dev.leapp.cli.io.Io;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Opens addresses in the user's browser. An address never becomes an argument of the browser, as those are seen by everybody. */
public final class Browser {

    private static final String HINT = "--print prints the address instead; --browser or LEAPP_BROWSER names a program";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final long LOOK_MILLIS = 200;

    private final BrowserProgram program;
    private final SecureRandom random;
    private final Duration patience;

    /**
     * Prepares it.
     *
     * @param io the process's surroundings
     */
    public Browser(Io io) {
        this(new BrowserProgram(io.environment(), Desktop.here()), new SecureRandom(), PATIENCE);
    }

    Browser(BrowserProgram program, SecureRandom random, Duration patience) {
        this.program = program;
        this.random = random;
        this.patience = patience;
    }

    /**
     * Opens an address, and returns when the browser has fetched it.
     *
     * @param address where to; whoever has it may do what it is for
     * @param session the session's name, for a command of the user's own
     * @param command a command of the user's own, or null
     * @throws LeappException if there is no browser, or it does not come
     */
    public void open(Secret address, String session, @Nullable String command) {
        try (OneShotRedirect redirect = OneShotRedirect.to(address, random)) {
            URI local = redirect.address();
            List<String> words = program.command(command, session, local)
                    .orElseThrow(() -> failed("There is no browser to open here"));
            Process browser = start(words);
            await(redirect, browser, words.get(0));
        } catch (IOException e) {
            throw failed("The browser can't be led to the console: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeappException(CoreErrorCode.CANCELLED, "Opening the browser was interrupted", null);
        }
    }

    private static Process start(List<String> words) {
        try {
            ProcessBuilder builder = new ProcessBuilder(words);
            // Such as a passphrase: none of them is for a browser.
            builder.environment().keySet().removeIf(name -> name.startsWith("LEAPP_"));
            return builder.redirectInput(ProcessBuilder.Redirect.from(nothing()))
                    .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
        } catch (IOException e) {
            throw failed("'" + words.get(0) + "' can't be started");
        }
    }

    private static File nothing() {
        return new File(Desktop.here() == Desktop.WINDOWS ? "NUL" : "/dev/null");
    }

    /** A browser that is there already takes the address over, and what was started ends at once, long before anybody comes. */
    private void await(OneShotRedirect redirect, Process browser, String name) throws InterruptedException {
        long rounds = Math.max(1, patience.toMillis() / LOOK_MILLIS);
        for (long round = 0; round < rounds; round++) {
            if (redirect.awaitVisit(Duration.ofMillis(LOOK_MILLIS))) {
                return;
            }
            if (browser.waitFor(0, TimeUnit.MILLISECONDS) && browser.exitValue() != 0) {
                throw failed("'" + name + "' failed with exit code " + browser.exitValue());
            }
        }
        throw failed("'" + name + "' did not open the address within " + patience.toSeconds() + " seconds");
    }

    private static LeappException failed(String message) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, message, HINT);
    }
}
