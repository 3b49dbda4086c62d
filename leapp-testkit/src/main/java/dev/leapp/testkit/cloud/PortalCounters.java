package dev.leapp.testkit.cloud;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;

/** How often each thing has happened. Thread-safe. */
final class PortalCounters {

    private final Map<PortalEvent, AtomicInteger> counts = new EnumMap<>(PortalEvent.class);

    PortalCounters() {
        for (PortalEvent event : PortalEvent.values()) {
            counts.put(event, new AtomicInteger());
        }
    }

    void count(PortalEvent event) {
        of(event).incrementAndGet();
    }

    int get(PortalEvent event) {
        return of(event).get();
    }

    private AtomicInteger of(PortalEvent event) {
        return counts.getOrDefault(event, new AtomicInteger());
    }
}
