package dev.leapp.provider.aws.internal.chain;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.LeappException;
import dev.leapp.core.spi.ProviderChainFactory;
import dev.leapp.provider.aws.internal.profile.ProfileFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Ten thousand pairs of files such as people leave behind, each through start, rotate, takeover and stop, whole or ended between two of
 * its steps: whatever happens, the bytes that stood there come back. Not in memory, but where syncing costs nothing.
 */
class GeneratedFilesTest {

    private static final int AT_ONCE = 500;
    private static final int ALL = 10_000;
    private static final Path MEMORY = Path.of("/dev/shm");

    private static final List<String> PROFILES = List.of("ops", "section0", "section1", "default");

    /** How far it gets before the process ends. */
    private enum End {
        NOWHERE,
        AFTER_THE_RECEIPT,
        AFTER_THE_CREDENTIALS_FILE,
        AFTER_THE_CONFIG_FILE,
        WHILE_STOPPING_BEFORE_THE_CONFIG_FILE,
        WHILE_STOPPING_BEFORE_THE_CREDENTIALS_FILE,
        AFTER_A_ROTATION
    }

    private Path root;

    @BeforeEach
    void directory() throws IOException {
        root = Files.isWritable(MEMORY)
                ? Files.createTempDirectory(MEMORY, "leapp-test-")
                : Files.createTempDirectory("leapp-test-");
    }

    @AfterEach
    void cleanUp() throws IOException {
        delete(root);
    }

    static IntStream chunks() {
        return IntStream.range(0, ALL / AT_ONCE);
    }

    @ParameterizedTest
    @MethodSource("chunks")
    void whateverHappensTheBytesThatStoodThereComeBack(int chunk) throws IOException {
        int published = 0;
        for (int seed = chunk * AT_ONCE; seed < (chunk + 1) * AT_ONCE; seed++) {
            Path home = Files.createDirectory(root.resolve(String.valueOf(seed)));
            published += startsAndEnds(home, seed) ? 1 : 0;
            delete(home);
        }
        assertThat(published).as("most starts are not refused").isGreaterThan(AT_ONCE / 2);
    }

    private static boolean startsAndEnds(Path home, int seed) throws IOException {
        ProviderChainFactory factory = seed % 2 == 0 ? new CredentialsFileFactory() : new CredentialProcessFactory();
        ChainFixture fixture = new ChainFixture(home, factory).profile(PROFILES.get(seed / 2 % PROFILES.size()));
        write(fixture, seed);
        Map<String, String> before = bytes(home);
        if (!starts(fixture, seed % 3 != 0)) {
            fixture.stop();
            assertThat(bytes(home)).as("refused, seed %d", seed).isEqualTo(before);
            return false;
        }
        End end = End.values()[seed % End.values().length];
        endThere(end, fixture, before);
        fixture.stop();
        assertThat(bytes(home)).as("%s, seed %d", end, seed).isEqualTo(before);
        fixture.stop();
        assertThat(bytes(home)).as("stopped again, %s, seed %d", end, seed).isEqualTo(before);
        return true;
    }

    private static boolean starts(ChainFixture fixture, boolean takeover) {
        try {
            if (takeover) {
                fixture.takeOver("ONE");
            } else {
                fixture.start("ONE");
            }
            return true;
        } catch (LeappException refused) {
            return false;
        }
    }

    /** A crash between two files leaves one as it was and the other as it was to become. */
    private static void endThere(End end, ChainFixture fixture, Map<String, String> before) throws IOException {
        Path credentials = fixture.credentialsFile();
        Path config = fixture.configFile();
        switch (end) {
            case NOWHERE -> {}
            case AFTER_THE_RECEIPT -> {
                putBack(fixture, credentials, before);
                putBack(fixture, config, before);
            }
            case AFTER_THE_CREDENTIALS_FILE -> putBack(fixture, config, before);
            case AFTER_THE_CONFIG_FILE -> putBack(fixture, credentials, before);
            case WHILE_STOPPING_BEFORE_THE_CONFIG_FILE -> stopBefore(fixture, config);
            case WHILE_STOPPING_BEFORE_THE_CREDENTIALS_FILE -> stopBefore(fixture, credentials);
            case AFTER_A_ROTATION -> fixture.start("TWO");
        }
    }

    private static void stopBefore(ChainFixture fixture, Path last) throws IOException {
        Map<String, String> active = bytes(fixture.home);
        Map<String, Secret> kept = new LinkedHashMap<>(fixture.kept.kept);
        fixture.stop();
        putBack(fixture, last, active);
        fixture.kept.kept.putAll(kept);
    }

    private static void putBack(ChainFixture fixture, Path file, Map<String, String> state) throws IOException {
        String bytes = state.get(fixture.home.relativize(file).toString());
        if (bytes == null) {
            Files.deleteIfExists(file);
        } else {
            Files.createDirectories(file.getParent());
            Files.writeString(file, bytes, ISO_8859_1);
        }
    }

    private static void write(ChainFixture fixture, int seed) throws IOException {
        Files.createDirectories(fixture.credentialsFile().getParent());
        if (seed % 11 != 0) {
            Files.write(fixture.credentialsFile(), new ProfileFiles(seed).any());
        }
        if (seed % 13 != 0) {
            String config = new String(new ProfileFiles(ALL + seed).any(), ISO_8859_1);
            String headed = seed % 5 == 0 ? config : config.replace("[section", "[profile section");
            Files.write(fixture.configFile(), headed.getBytes(ISO_8859_1));
        }
    }

    private static Map<String, String> bytes(Path home) throws IOException {
        Map<String, String> bytes = new TreeMap<>();
        try (Stream<Path> paths = Files.walk(home)) {
            for (Path path : paths.filter(Files::isRegularFile).toList()) {
                bytes.put(home.relativize(path).toString(), Files.readString(path, ISO_8859_1));
            }
        }
        return bytes;
    }

    private static void delete(Path directory) throws IOException {
        try (Stream<Path> paths = Files.walk(directory)) {
            for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
