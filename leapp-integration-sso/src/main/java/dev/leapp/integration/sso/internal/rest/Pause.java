package dev.leapp.integration.sso.internal.rest;

import java.time.Duration;

/** Lets the calling thread rest, so that tests need not. */
@FunctionalInterface
public interface Pause {

    void rest(Duration time) throws InterruptedException;

    static Pause real() {
        return time -> Thread.sleep(time.toMillis());
    }
}
