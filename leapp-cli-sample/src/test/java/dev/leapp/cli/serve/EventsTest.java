package dev.leapp.cli.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.leapp.cli.exec.Inherited;
import dev.leapp.cli.exec.SystemPrograms;
import dev.leapp.cli.io.Io;
import dev.leapp.cli.run.Context;
import dev.leapp.core.session.Session;
import dev.leapp.core.session.SessionId;
import dev.leapp.core.session.SessionType;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EventsTest {

    private static final Session OPS = Session.builder(
                    new SessionId("s-1"), "ops", new SessionType("aws-iam-user"), "eu-west-1")
            .build();

    private final Halted terminal = new Halted();

    @Test
    @Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    void aTerminalThatIsHaltedHoldsNobodyUp() throws InterruptedException {
        try (Events events = new Events(context())) {
            for (int i = 0; i < 5_000; i++) {
                events.answered(OPS, Optional.empty());
            }
            assertThat(terminal.reached.await(10, TimeUnit.SECONDS)).isTrue();

            terminal.goesOn.countDown();
        }

        assertThat(terminal.bytes.toString(UTF_8)).startsWith("2026-03-01T08:00:00Z session ops given out\n");
        assertThat(terminal.bytes.toString(UTF_8).lines().count())
                .as("what nobody read is not kept for ever")
                .isLessThan(1_100);
    }

    private Context context() {
        PrintStream err = new PrintStream(terminal, true, UTF_8);
        Io io = new Io(
                InputStream.nullInputStream(),
                err,
                err,
                Map.of(),
                Path.of("/"),
                Io.Tty.NONE,
                UTF_8,
                () -> 80,
                () -> () -> {});
        Clock clock = Clock.fixed(Instant.parse("2026-03-01T08:00:00Z"), ZoneOffset.UTC);
        return new Context(
                io,
                clock,
                around -> {
                    throw new AssertionError("opened");
                },
                new SystemPrograms(Inherited.unknown()));
    }

    /** Takes nothing until it goes on. */
    private static final class Halted extends OutputStream {

        final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        final CountDownLatch reached = new CountDownLatch(1);
        final CountDownLatch goesOn = new CountDownLatch(1);

        @Override
        public void write(int b) {
            reached.countDown();
            try {
                goesOn.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            bytes.write(b);
        }
    }
}
