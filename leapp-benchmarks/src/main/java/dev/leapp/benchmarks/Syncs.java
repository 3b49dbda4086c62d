package dev.leapp.benchmarks;

import dev.leapp.core.error.LeappException;
import dev.leapp.core.error.Trouble;
import dev.leapp.core.integration.SyncPlan;
import dev.leapp.testkit.cloud.LocalPortal;
import dev.leapp.testkit.cloud.PortalEvent;
import java.nio.file.Path;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;

/**
 * How long it takes to sync a thousand accounts of five roles with a portal that takes twenty calls in a second, as AWS's does: for the
 * first time, with nothing new, and after an interruption half-way. The portal runs in the same virtual machine.
 */
final class Syncs {

    static final String TITLE =
            String.format(Locale.ROOT, "%-22s %8s %7s %9s %6s %9s", "sync", "s", "calls", "allows s", "429", "in MiB");

    private static final int ACCOUNTS = 1_000;
    private static final int ROLES = 5;
    private static final int LIMIT = 20;
    private static final int HALF = 505;
    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private final Path homes;

    /**
     * Measures in new homes.
     *
     * @param homes where to make them
     */
    Syncs(Path homes) {
        this.homes = homes;
    }

    /** Tells a line for each sync. Fails if one does not what it should. */
    void measure(Consumer<String> lines) {
        try (LocalPortal portal = portal();
                SyncHome home = SyncHome.create(homes.resolve("sync"), portal)) {
            lines.accept(line("first", portal, () -> require(home.sync(), ACCOUNTS * ROLES)));
            String before = home.state();
            lines.accept(line("nothing new", portal, () -> require(home.sync(), 0)));
            if (!home.state().equals(before)) {
                throw new IllegalStateException("A sync with nothing new wrote the workspace");
            }
        }
        try (LocalPortal portal = portal();
                SyncHome home = SyncHome.create(homes.resolve("resumed"), portal)) {
            lines.accept(line("interrupted half-way", portal, () -> interrupt(home, portal)));
            lines.accept(line("and resumed", portal, () -> require(home.sync(), ACCOUNTS * ROLES)));
        }
    }

    private static LocalPortal portal() {
        return LocalPortal.builder()
                .accounts(ACCOUNTS, ROLES)
                .throttle(LIMIT, LIMIT)
                .automaticApproval()
                .start();
    }

    private static void require(SyncPlan done, int added) {
        if (done.added().size() != added || !done.listing().unlisted().isEmpty()) {
            throw new IllegalStateException("Not all was listed: " + done);
        }
    }

    private static void interrupt(SyncHome home, LocalPortal portal) {
        AtomicReference<LeappException> failure = new AtomicReference<>();
        CountDownLatch ended = new CountDownLatch(1);
        Thread thread = new Thread(() -> {
            try {
                home.sync();
            } catch (LeappException e) {
                failure.set(e);
            } finally {
                ended.countDown();
            }
        });
        thread.start();
        try {
            while (calls(portal) < HALF && !ended.await(10, TimeUnit.MILLISECONDS)) {
                // goes on
            }
            thread.interrupt();
            thread.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException("interrupted", e);
        }
        LeappException cancelled = failure.get();
        if (cancelled == null || cancelled.code().trouble() != Trouble.CANCELLED) {
            throw new IllegalStateException("The sync was not interrupted", cancelled);
        }
    }

    private static String line(String what, LocalPortal portal, Runnable work) {
        int calls = calls(portal);
        int throttled = portal.count(PortalEvent.THROTTLED);
        long begin = System.nanoTime();
        work.run();
        double seconds = (System.nanoTime() - begin) / 1e9;
        int made = calls(portal) - calls;
        return String.format(
                Locale.ROOT,
                "%-22s %8.1f %7d %9.1f %6d %9.1f",
                what,
                seconds,
                made,
                made / (double) LIMIT,
                portal.count(PortalEvent.THROTTLED) - throttled,
                Runtime.getRuntime().maxMemory() / MEBIBYTE);
    }

    private static int calls(LocalPortal portal) {
        return portal.calls("/assignment/accounts").size()
                + portal.calls("/assignment/roles").size();
    }
}
