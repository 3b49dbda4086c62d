package dev.leapp.cli.browser;

import dev.leapp.cli.io.Io;
import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.LeappException;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Opens addresses in the user's browser. An address never becomes an argument of the browser, as those are seen by everybody. */
public final class Browser {

    private static final String HINT = "--print prints the address instead; --browser or LEAPP_BROWSER names a program";

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration MOMENT = Duration.ofSeconds(3);

    private final BrowserProgram program;
    private final SecureRandom random;
    private final Duration patience;

    /**
     * Prepares it.
     *
     * @param io the process's surroundings
     */
    public Browser(Io io) {
        this(
                new BrowserProgram(io.environment(), Desktop.here(), new Place(io.environment(), Path.of("/"))),
                new SecureRandom(),
                PATIENCE);
    }

    Browser(BrowserProgram program, SecureRandom random, Duration patience) {
        this.program = program;
        this.random = random;
        this.patience = patience;
    }

    /** Tells whether a browser that is opened here would be seen by the user. */
    public boolean canOpen() {
        return program.isNear();
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
        String name = "";
        try (OneShotRedirect redirect = OneShotRedirect.to(address, random)) {
            List<String> words = program.command(command, session, redirect.address())
                    .orElseThrow(() -> failed("There is no browser to open here"));
            name = "'" + words.get(0) + "'";
            if (!new Led(redirect, start(words)).await(patience)) {
                throw failed(name + " did not open the address within " + patience.toSeconds() + " seconds");
            }
        } catch (IOException e) {
            throw failed(
                    name.isEmpty()
                            ? "The browser can't be led to the console: " + e.getMessage()
                            : name + " " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeappException(CoreErrorCode.CANCELLED, "Opening the browser was interrupted", null);
        }
    }

    /**
     * Opens a page, and does not wait for more than a moment. The browser may still come for it while this process goes on.
     *
     * @param page where to
     * @param purpose what for, for a command of the user's own
     * @param trouble is told what went wrong after this has returned
     * @return whether a browser was started that has not failed
     */
    public boolean openSoon(Secret page, String purpose, Consumer<String> trouble) {
        try {
            Optional<Led> led = lead(page, purpose);
            led.ifPresent(browser -> follow(browser, trouble));
            return led.isPresent();
        } catch (IOException e) {
            trouble.accept("the browser can't be opened: " + e.getMessage());
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LeappException(CoreErrorCode.CANCELLED, "Opening the browser was interrupted", null);
        }
    }

    private Optional<Led> lead(Secret page, String purpose) throws IOException, InterruptedException {
        OneShotRedirect redirect = OneShotRedirect.to(page, random);
        boolean underWay = false;
        try {
            URI local = redirect.address();
            Optional<List<String>> words = program.command(null, purpose, local);
            if (words.isEmpty()) {
                return Optional.empty();
            }
            Led led = new Led(redirect, start(words.get()));
            boolean there = led.await(MOMENT.compareTo(patience) < 0 ? MOMENT : patience);
            underWay = true;
            if (there) {
                led.close();
            }
            return Optional.of(led);
        } finally {
            if (!underWay) {
                redirect.close();
            }
        }
    }

    /** Keeps the way open on another thread. */
    private void follow(Led led, Consumer<String> trouble) {
        Thread follower = new Thread(() -> awaitQuietly(led, trouble), "leapp-browser");
        follower.setDaemon(true);
        follower.start();
    }

    private void awaitQuietly(Led led, Consumer<String> trouble) {
        try (led) {
            if (!led.await(patience)) {
                trouble.accept(
                        "no browser has come for the page; open the address yourself, or begin again with --device-code");
            }
        } catch (IOException e) {
            trouble.accept("the browser " + e.getMessage() + "; open the address yourself");
        } catch (InterruptedException ending) {
            Thread.currentThread().interrupt();
        }
    }

    private static Process start(List<String> words) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(words);
        // Such as a passphrase: none of them is for a browser.
        builder.environment().keySet().removeIf(name -> name.startsWith("LEAPP_"));
        builder.redirectInput(ProcessBuilder.Redirect.from(nothing()))
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .redirectError(ProcessBuilder.Redirect.DISCARD);
        try {
            return builder.start();
        } catch (IOException e) {
            throw new IOException("can't be started", e);
        }
    }

    private static File nothing() {
        return new File(Desktop.here() == Desktop.WINDOWS ? "NUL" : "/dev/null");
    }

    private static LeappException failed(String message) {
        return new LeappException(CoreErrorCode.INVALID_VALUE, message, HINT);
    }
}
