package dev.leapp.integration.sso.internal.file;

import dev.leapp.core.credential.Secret;
import dev.leapp.core.error.CoreErrorCode;
import dev.leapp.core.error.CredentialException;
import dev.leapp.core.spi.AssertionRequest;
import dev.leapp.core.spi.AssertionSource;
import dev.leapp.core.spi.PluginContext;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.util.Arrays;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads the {@code SAMLResponse} from the file that the environment names, anew each time. */
record FileAssertionSource(PluginContext plugin, Supplier<InputStream> standardInput) implements AssertionSource {

    /** More than any cloud takes. */
    private static final int MOST_BYTES = 1_000_000;

    @Override
    public Secret assertion(AssertionRequest request) {
        String name = plugin.environment()
                .get(FileSourceFactory.VARIABLE)
                .orElseThrow(() -> failed(request, "wants its assertion from a file, and none is named", null));
        try {
            return name.equals("-") ? read(request, "standard input", standardInput.get()) : fromFile(request, name);
        } catch (IOException | InvalidPathException e) {
            throw failed(request, "can't read its assertion from " + name, e);
        }
    }

    private Secret fromFile(AssertionRequest request, String name) throws IOException {
        try (InputStream file = Files.newInputStream(plugin.userHome().resolve(name))) {
            return read(request, name, file);
        }
    }

    private static Secret read(AssertionRequest request, String where, InputStream input) throws IOException {
        byte[] bytes = input.readNBytes(MOST_BYTES + 1);
        try {
            if (bytes.length == 0 || bytes.length > MOST_BYTES) {
                throw failed(
                        request,
                        bytes.length == 0
                                ? "finds no assertion in " + where + ", which is empty"
                                : "finds more in " + where + " than an assertion",
                        null);
            }
            return Secret.ofUtf8(bytes);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static CredentialException failed(AssertionRequest request, String what, @Nullable Throwable cause) {
        return new CredentialException(
                CoreErrorCode.LOGIN_NEEDED,
                "Session " + request.session().name() + " " + what,
                "set " + FileSourceFactory.VARIABLE
                        + " to a file with a SAMLResponse in base64, or to - for standard input; unset it to use a browser",
                cause);
    }
}
