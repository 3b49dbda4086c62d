package dev.leapp.core.internal.issuance;

import dev.leapp.core.internal.crypto.AesGcm;
import dev.leapp.core.internal.file.AtomicFile;
import dev.leapp.core.internal.file.FileOperations;
import dev.leapp.core.internal.file.UnforcedFileOperations;
import dev.leapp.core.issuance.Use;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** An issuance log in a temporary directory. */
final class LogFixture {

    static final Session OPS = Session.builder(
                    new SessionId("0b5a4f0e-0000-4000-8000-000000000001"), "ops", new SessionType("fake-user"), "here")
            .build();
    static final Use USE = new Use("aws-credentials-file", "bash");
    static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");

    final Path directory;
    final List<String> told = new ArrayList<>();
    byte[] sealing = new byte[AesGcm.KEY_BYTES];

    LogFixture(Path home) {
        directory = home.resolve("log");
    }

    FileIssuanceLog log() {
        return log(new UnforcedFileOperations(), FileIssuanceLog.Sizes.USUAL);
    }

    FileIssuanceLog log(FileOperations operations, FileIssuanceLog.Sizes sizes) {
        return log(operations, sizes, () -> sealing.clone());
    }

    FileIssuanceLog log(FileOperations operations, FileIssuanceLog.Sizes sizes, Supplier<byte[]> opening) {
        SecureRandom random = new SecureRandom();
        return new FileIssuanceLog(
                directory,
                directory.resolveSibling("locks"),
                operations,
                new AtomicFile(new UnforcedFileOperations(), random),
                new AesGcm(random),
                sizes,
                opening,
                told::add,
                Clock.fixed(NOW, ZoneOffset.UTC));
    }

    FileIssuanceLog logWith(int entries) {
        FileIssuanceLog log = log();
        for (int i = 0; i < entries; i++) {
            hand(log);
        }
        return log;
    }

    static void hand(FileIssuanceLog log) {
        log.handedOut(OPS, USE, Optional.of(NOW.plusSeconds(3600)));
    }

    Path file(String name) {
        return directory.resolve(name);
    }
}
