package dev.leapp.integration.sso.internal.browser;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.leapp.core.spi.PluginContext;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The browser's own directory for one identity provider: its cookies are the provider's session. One browser at a time can use it, so
 * it is locked until it is closed.
 */
final class BrowserProfile implements AutoCloseable {

    private static final long PAUSE_MILLIS = 100;
    private static final int NAME_LENGTH = 32;

    private final Path directory;
    private final FileChannel lock;

    private BrowserProfile(Path directory, FileChannel lock) {
        this.directory = directory;
        this.lock = lock;
    }

    /** Opens it, empty if another browser has it until the deadline. */
    static Optional<BrowserProfile> open(PluginContext plugin, URI idpUrl, Instant deadline)
            throws IOException, InterruptedException {
        Path all = home(plugin).resolve("browser");
        makePrivate(all);
        Path directory = all.resolve(name(idpUrl));
        FileChannel lock = FileChannel.open(
                all.resolve(name(idpUrl) + ".lock"),
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.WRITE),
                mode("rw-------"));
        boolean opened = false;
        try {
            Optional<BrowserProfile> profile = isLockedInTime(lock, plugin.clock(), deadline)
                    ? Optional.of(new BrowserProfile(prepared(directory), lock))
                    : Optional.empty();
            opened = profile.isPresent();
            return profile;
        } finally {
            if (!opened) {
                lock.close();
            }
        }
    }

    private static boolean isLockedInTime(FileChannel lock, Clock clock, Instant deadline)
            throws IOException, InterruptedException {
        while (!isLocked(lock)) {
            if (!clock.instant().isBefore(deadline)) {
                return false;
            }
            Thread.sleep(PAUSE_MILLIS);
        }
        return true;
    }

    private static Path prepared(Path directory) throws IOException {
        makePrivate(directory);
        forgetPages(directory);
        return directory;
    }

    private static Path home(PluginContext plugin) {
        return plugin.environment()
                .get("LEAPP_HOME")
                .map(Path::of)
                .map(Path::toAbsolutePath)
                .orElseGet(() -> plugin.userHome().resolve(".Leapp"));
    }

    private static boolean isLocked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private static void makePrivate(Path directory) throws IOException {
        Files.createDirectories(directory, mode("rwx------"));
    }

    private static FileAttribute<Set<PosixFilePermission>> mode(String mode) {
        return PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString(mode));
    }

    /** What was open last time is not opened again, and a page that held an assertion is not kept. */
    private static void forgetPages(Path directory) throws IOException {
        for (String pages : List.of("Sessions", "Cache")) {
            delete(directory.resolve("Default").resolve(pages));
        }
    }

    private static void delete(Path tree) throws IOException {
        if (!Files.isDirectory(tree, LinkOption.NOFOLLOW_LINKS)) {
            return;
        }
        try (Stream<Path> found = Files.walk(tree)) {
            List<Path> deepestFirst = found.sorted(Comparator.reverseOrder()).toList();
            for (Path each : deepestFirst) {
                Files.deleteIfExists(each);
            }
        }
    }

    private static String name(URI idpUrl) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(idpUrl.toString().getBytes(UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, NAME_LENGTH);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java runtime has SHA-256", e);
        }
    }

    Path directory() {
        return directory;
    }

    @Override
    public void close() throws IOException {
        try {
            forgetPages(directory);
        } finally {
            lock.close();
        }
    }
}
