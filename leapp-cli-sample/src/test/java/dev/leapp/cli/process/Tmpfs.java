package dev.leapp.cli.process;

import dev.leapp.testkit.contract.Components;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** A real file system in memory that is full after some pages. */
final class Tmpfs implements AutoCloseable {

    private static final int PAGE = 4096;

    private final Path directory;
    private final Path streams;

    private Tmpfs(Path directory, Path streams) {
        this.directory = directory;
        this.streams = streams;
    }

    /** Mounts one on an empty directory; only root may, and not in every container. */
    static Tmpfs mount(Path directory, int kilobytes, Path streams) {
        Finished mounted = run(
                streams,
                "mount",
                "-t",
                "tmpfs",
                "-o",
                "mode=700,size=" + kilobytes + "k",
                "tmpfs",
                directory.toString());
        Components.require(
                "a tmpfs of its own",
                mounted.code() == 0,
                "run the tests as root where mounting is allowed; mount said: "
                        + mounted.err().strip());
        return new Tmpfs(directory, streams);
    }

    private static Finished run(Path streams, String... command) {
        return Child.start(List.of(command), Map.of("PATH", Programs.path()), streams, "")
                .await();
    }

    /** Fills it until only that many pages are free. */
    void fillExceptFor(int pages) {
        try {
            long free = Files.getFileStore(directory).getUsableSpace() / PAGE;
            try (OutputStream ballast = Files.newOutputStream(ballast())) {
                for (long page = pages; page < free; page++) {
                    ballast.write(new byte[PAGE]);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives back what {@link #fillExceptFor} took. */
    void free() {
        try {
            Files.deleteIfExists(ballast());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    long freePages() {
        try {
            return Files.getFileStore(directory).getUsableSpace() / PAGE;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Path ballast() {
        return directory.resolve("ballast");
    }

    @Override
    public void close() {
        run(streams, "umount", directory.toString()).ok();
    }
}
