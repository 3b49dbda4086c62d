package dev.leapp.provider.aws.real;

import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** Against moto, run as a local server. */
class StsMotoTest extends StsRealComponent {

    private static @Nullable MotoServer moto;

    @BeforeAll
    static void startMoto(@TempDir Path directory) throws Exception {
        MotoServer.requireProgram();
        moto = MotoServer.start(directory.resolve("moto.log"), Map.of());
    }

    @AfterAll
    static void stopMoto() {
        if (moto != null) {
            moto.close();
        }
    }

    @Override
    URI endpoint() {
        return Objects.requireNonNull(moto).endpoint();
    }
}
