package dev.leapp.core.internal.secret.keychain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.leapp.core.error.SecretStoreException;
import dev.leapp.core.internal.secret.probe.RoundTrip;
import dev.leapp.core.port.Availability;
import dev.leapp.core.port.Environment;
import dev.leapp.core.port.SecretStore;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class KeychainsTest {

    @Test
    void withoutASessionBusTheReasonIsTold() {
        assertThat(reason(Map.of())).contains("no D-Bus session bus").contains("DBUS_SESSION_BUS_ADDRESS");
    }

    @Test
    void anAbstractSocketIsToldBeforeTheLibraryStumblesOverIt() {
        assertThat(reason(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/tmp/dbus-x,guid=1")))
                .contains("an abstract socket")
                .contains("unix:path");
    }

    @Test
    void aBusThatIsNotThereIsTold(@TempDir Path directory) {
        assertThat(reason(Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=" + directory.resolve("bus"))))
                .contains("can't be reached");
    }

    @Test
    void theFirstAddressThatJavaCanOpenIsTaken() {
        Environment environment = Environment.of(
                Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:abstract=/x;unix:path=/run/bus,guid=1;unix:path=/y"));

        assertThat(SessionBus.address(environment)).isEqualTo("unix:path=/run/bus,guid=1");
    }

    @Test
    void theSocketOfTheRuntimeDirectoryIsTakenIfItIsThere(@TempDir Path directory) throws IOException {
        Environment environment = Environment.of(Map.of("XDG_RUNTIME_DIR", directory.toString()));
        assertThatThrownBy(() -> SessionBus.address(environment)).isInstanceOf(SecretStoreException.class);

        Files.createFile(directory.resolve("bus"));

        assertThat(SessionBus.address(environment)).isEqualTo("unix:path=" + directory.resolve("bus"));
    }

    @ParameterizedTest
    @CsvSource({"Linux,FREEDESKTOP", "FreeBSD,FREEDESKTOP", "Mac OS X,MACOS", "Darwin,FREEDESKTOP", "Windows 11,WINDOWS"
    })
    void systemsAreToldApart(String osName, OperatingSystem expected) {
        assertThat(OperatingSystem.named(osName)).isEqualTo(expected);
    }

    @Test
    void anAbsentItemIsToldFromAFailure() {
        assertThat(OperatingSystem.MACOS.saysNotFound("No stored credentials match Leapp account: x"))
                .isTrue();
        assertThat(OperatingSystem.MACOS.saysNotFound("User interaction is not allowed."))
                .isFalse();
        assertThat(OperatingSystem.WINDOWS.saysNotFound("Error code 1168")).isTrue();
        assertThat(OperatingSystem.WINDOWS.saysNotFound("Error code 11689")).isFalse();
        assertThat(OperatingSystem.FREEDESKTOP.saysNotFound("")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"Linux", "Mac OS X", "Windows 11"})
    void withoutItsLibrariesTheKeychainIsUnavailableAndNothingElseBreaks(String osName) throws Exception {
        Map<String, String> variables = Map.of("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        Class<?> keychains = new WithoutLibraries().loadClass(Keychains.class.getName());
        Class<?> limits = keychains.getClassLoader().loadClass(Keychains.Limits.class.getName());

        SecretStore store = (SecretStore) keychains
                .getMethod("of", String.class, Environment.class, limits, RoundTrip.class)
                .invoke(
                        null,
                        osName,
                        Environment.of(variables),
                        limits.getField("NON_INTERACTIVE").get(null),
                        new RoundTrip(new SecureRandom()));

        assertThat(store.probe()).isInstanceOf(Availability.Unavailable.class);
        assertThat(((Availability.Unavailable) store.probe()).reason()).contains("is not on the class path");
    }

    private static String reason(Map<String, String> environment) {
        SecretStore store = Keychains.of(
                "Linux",
                Environment.of(environment),
                new Keychains.Limits(Duration.ofSeconds(10), Duration.ZERO),
                new RoundTrip(new SecureRandom()));
        return ((Availability.Unavailable) store.probe()).reason();
    }

    /** Loads the keychain's classes anew, as if the user had excluded java-keyring and secret-service. */
    private static final class WithoutLibraries extends ClassLoader {

        private static final String OURS = Keychains.class.getPackageName() + ".";

        WithoutLibraries() {
            super(KeychainsTest.class.getClassLoader());
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.startsWith("org.freedesktop.") || name.startsWith("com.github.javakeyring.")) {
                throw new ClassNotFoundException(name);
            }
            if (!name.startsWith(OURS)) {
                return super.loadClass(name, resolve);
            }
            Class<?> loaded = findLoadedClass(name);
            return loaded != null ? loaded : define(name);
        }

        private Class<?> define(String name) throws ClassNotFoundException {
            try (InputStream in = getResourceAsStream(name.replace('.', '/') + ".class")) {
                if (in == null) {
                    throw new ClassNotFoundException(name);
                }
                byte[] bytes = in.readAllBytes();
                return defineClass(name, bytes, 0, bytes.length);
            } catch (IOException failure) {
                throw new ClassNotFoundException(name, failure);
            }
        }
    }
}
