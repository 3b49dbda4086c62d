package dev.leapp.benchmarks;

import dev.leapp.core.Leapp;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionEdit;
import dev.leapp.core.workspace.Workspace;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** How much heap a workspace takes. Runs in a virtual machine of its own, whose heap is as large as it may be. */
final class Memory {

    private static final double MEBIBYTE = 1024.0 * 1024.0;

    private final Path homes;
    private final int sessions;

    /**
     * Measures workspaces of some size.
     *
     * @param homes where a home for each format lies
     * @param sessions how many sessions there are
     */
    Memory(Path homes, int sessions) {
        this.homes = homes;
        this.sessions = sessions;
    }

    /** Makes the homes. Not for the virtual machine that measures. */
    void prepare(String format) {
        SampleHome.create(homes.resolve(format), format, sessions);
    }

    /** Opens, lists, changes and saves; returns a line that tells what that took. Fails if the heap is too small. */
    String measure(String format) {
        SampleHome home = SampleHome.at(homes.resolve(format));
        long before = used();
        try (Leapp leapp = home.open()) {
            Workspace workspace = leapp.workspaces().read();
            long retained = used() - before;
            changeAndSave(leapp, workspace);
            return String.format(
                    Locale.ROOT,
                    "%-8s %8d %14.1f %18.1f",
                    format,
                    sessions,
                    retained / MEBIBYTE,
                    Runtime.getRuntime().maxMemory() / MEBIBYTE);
        }
    }

    private void changeAndSave(Leapp leapp, Workspace workspace) {
        List<Session> all = workspace.sessions();
        Session last = all.get(all.size() - 1);
        leapp.sessions().edit(last.id(), SessionEdit.builder().name("renamed").build());
        if (!leapp.sessions().get(last.id()).session().name().equals("renamed")
                || leapp.sessions().list().size() != sessions) {
            throw new IllegalStateException("The change was not saved");
        }
    }

    /** What is used after everything that nobody needs is gone. */
    private static long used() {
        System.gc();
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .map(MemoryPoolMXBean::getCollectionUsage)
                .filter(usage -> usage != null)
                .mapToLong(usage -> usage.getUsed())
                .sum();
    }
}
