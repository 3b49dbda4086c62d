package dev.leapp.cli.process;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;

/** A real small file system on which commands run out of space at different moments. */
final class SmallDisk implements AutoCloseable {

    private static final int NOT_WRITTEN = 10;

    private final Tmpfs disk;
    private final int kilobytes;

    private SmallDisk(Tmpfs disk, int kilobytes) {
        this.disk = disk;
        this.kilobytes = kilobytes;
    }

    /** Mounts one on an empty directory. */
    static SmallDisk at(Path directory, int kilobytes, Home home) {
        return new SmallDisk(Tmpfs.mount(directory, kilobytes, home.streams()), kilobytes);
    }

    /** Mounts one where {@code leapp} keeps what is its own. */
    static SmallDisk underLeapp(Path parent, int kilobytes, Home home) throws IOException {
        Path mountPoint = Files.createDirectory(parent.resolve("small"));
        SmallDisk disk = at(mountPoint, kilobytes, home);
        home.env("LEAPP_HOME", mountPoint.toString());
        return disk;
    }

    /** Runs the command with nothing left, then with one page more each time, and the check on the freed disk after each failure. */
    int failuresUntilItFits(Supplier<Finished> command, Runnable check) {
        for (int pages = 0; pages < kilobytes / 4; pages++) {
            disk.fillExceptFor(pages);
            Finished finished = command.get();
            disk.free();
            if (finished.code() == 0) {
                return pages;
            }
            finished.without("leapp: What was handed out of session 'ops' is not in the issuance log: The disk is full")
                    .failed(NOT_WRITTEN, "disk is full");
            check.run();
        }
        throw new AssertionError("it never got through");
    }

    @Override
    public void close() {
        disk.close();
    }
}
