package dev.leapp.core.internal.secret.keychain;

import dev.leapp.core.port.Environment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;

/**
 * Finds the address of the D-Bus session bus as the D-Bus specification says ("Well-known Message Bus Instances"): first
 * {@code DBUS_SESSION_BUS_ADDRESS}, then the socket {@code bus} in {@code XDG_RUNTIME_DIR}. No bus is ever started.
 */
final class SessionBus {

    private static final String PATH_PREFIX = "unix:path=";

    private SessionBus() {}

    static String address(Environment environment) {
        return environment
                .get("DBUS_SESSION_BUS_ADDRESS")
                .map(SessionBus::firstUsable)
                .or(() -> runtimeSocket(environment))
                .orElseThrow(KeychainTroubles::noSessionBus);
    }

    /** Of several addresses, separated by semicolons, the first that Java can open. */
    private static String firstUsable(String addresses) {
        return Arrays.stream(addresses.split(";"))
                .filter(address -> address.startsWith(PATH_PREFIX))
                .findFirst()
                .orElseThrow(() -> KeychainTroubles.unsupportedAddress(kindOf(addresses)));
    }

    private static String kindOf(String address) {
        return address.startsWith("unix:abstract=")
                ? "an abstract socket"
                : "'" + address.replaceFirst("[=,].*", "") + "'";
    }

    private static Optional<String> runtimeSocket(Environment environment) {
        return environment
                .get("XDG_RUNTIME_DIR")
                .map(directory -> Path.of(directory, "bus"))
                .filter(Files::exists)
                .map(socket -> PATH_PREFIX + socket);
    }
}
