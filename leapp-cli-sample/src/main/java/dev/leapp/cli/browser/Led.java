package dev.leapp.cli.browser;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A browser that was started, and the address that it is led to. */
final class Led implements AutoCloseable {

    private static final long LOOK_MILLIS = 200;

    private final OneShotRedirect redirect;
    private final Process browser;

    Led(OneShotRedirect redirect, Process browser) {
        this.redirect = redirect;
        this.browser = browser;
    }

    /**
     * Waits until it has fetched the address. A browser that is there already takes the address over, and what was started ends at
     * once, long before anybody comes.
     *
     * @param patience for how long
     * @return whether it has
     * @throws IOException if what was started failed, with the reason
     */
    boolean await(Duration patience) throws IOException, InterruptedException {
        long rounds = Math.max(1, patience.toMillis() / LOOK_MILLIS);
        for (long round = 0; round < rounds; round++) {
            if (redirect.awaitVisit(Duration.ofMillis(LOOK_MILLIS))) {
                return true;
            }
            if (browser.waitFor(0, TimeUnit.MILLISECONDS) && browser.exitValue() != 0) {
                throw new IOException("failed with exit code " + browser.exitValue());
            }
        }
        return false;
    }

    @Override
    public void close() {
        redirect.close();
    }
}
